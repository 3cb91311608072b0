# Gives a daemon of mod_wsgi its own SELinux type: the application's file imports this before anything else. mod_wsgi loads that file
# as the daemon starts, in its only thread, where WSGIScriptAlias says process-group and application-group; the threads that come
# later inherit the type. If anything is not so, this raises, and the application answers 500 instead of running with httpd's rights.
import os

TYPE = 'xpurpose_wsgi_t'
CURRENT = '/proc/thread-self/attr/current'

with open(CURRENT) as current:
    context = current.read().strip('\0\n').split(':')
if context[2] != TYPE:
    if len(os.listdir('/proc/self/task')) > 1:
        raise RuntimeError('only one thread of several would get the type')
    context[2] = TYPE
    with open(CURRENT, 'w') as current:
        current.write(':'.join(context))
