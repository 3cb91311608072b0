# An application that tries, in enforcing.sh's machine, what a daemon in a domain of its own is not to do.
import os
import socket
import subprocess

RULES = '/etc/apache2/xpurpose.d/head.html'


def context():
    with open('/proc/thread-self/attr/current') as current:
        return current.read().strip('\0\n')


def leave():
    kind = 'xpurpose_wsgi_t' if 'httpd_t' in context() else 'httpd_t'
    with open('/proc/thread-self/attr/current', 'w') as current:
        current.write('system_u:system_r:%s:s0' % kind)


TRIES = {
    'rules': lambda: open(RULES).close(),
    'write': lambda: open(RULES, 'a').close(),
    'conf': lambda: open('/etc/apache2/apache2.conf').close(),
    'connect': lambda: socket.create_connection(('127.0.0.1', 80), 5).close(),
    'exec': lambda: subprocess.run(['/bin/true'], check=True),
    'leave': leave,
}


def works(attempt):
    try:
        attempt()
        return 'yes'
    except OSError:
        return 'no'


def application(environ, start):
    said = ['type=' + context().split(':')[2]]
    if environ['QUERY_STRING']:
        said += ['%s=%s' % (name, works(attempt)) for name, attempt in TRIES.items()]
    start('200 OK', [('Content-Type', 'text/plain')])
    return ['\n'.join(said + ['']).encode()]
