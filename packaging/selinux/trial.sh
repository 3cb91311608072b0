#!/bin/sh
# What enforcing.sh's machine is asked: root runs it at the console, in unconfined_t, as an administrator would.
set -u
sites=/srv/www.example.com

# is TEXT COMMAND...: COMMAND is content.
is() { text=$1; shift; if "$@" >/tmp/said 2>&1; then echo "ok - $text"; else echo "not ok - $text"; sed 's/^/# /' /tmp/said | tail -n 20; fi; }
get() { curl -s -m 60 "$@" | tr -d '\0'; }
status() { [ "$(curl -s -m 60 -o /dev/null -w '%{http_code}' http://127.0.0.1/page.html)" = "$1" ]; }
says() { word=$1; shift; "$@" 2>&1 | tee /tmp/all | grep -qF -e "$word" || { cat /tmp/all; return 1; }; }
lacks() { ! says "$@"; }
denied() { ausearch -m avc,selinux_err 2>/dev/null | grep -E 'comm="(apache2|httpd)"' | grep -F "scontext=system_u:system_r:$1:" || :; }
no_denials() { [ -z "$(denied "$1" | tee /dev/stderr)" ]; }
processes() { ps -eo label,args | grep -E 'apache2|wsgi'; }

is 'the kernel enforces' says Enforcing getenforce
is 'root is not confined' says unconfined_t id -Z
is 'httpd is' says system_r:httpd_t processes
is 'the daemons have their own type' says system_r:xpurpose_wsgi_t processes
is 'a view has the snippet' says 'src="/snippet.js"' get http://127.0.0.1/page.html
is 'a preview has it not' lacks 'src="/snippet.js"' get -H 'X-Purpose: preview' http://127.0.0.1/page.html
is '... nor what a rule names' lacks 'src="/js/counter.js"' get -H 'X-Purpose: preview' http://127.0.0.1/page.html
is 'a reload' systemctl reload apache2
is '... and another' systemctl reload apache2
for thread in 1 2 3 4 5 6; do is "the daemon answers, $thread" says type=xpurpose_wsgi_t get http://127.0.0.1/shop; done
is 'httpd was denied nothing' no_denials httpd_t
is '... nor the daemons' no_denials xpurpose_wsgi_t

get 'http://127.0.0.1/shop?try' >/tmp/shop
get 'http://127.0.0.1/plain?try' >/tmp/plain
for what in rules=no write=no conf=no connect=no exec=no leave=no; do is "the daemon: $what" says $what cat /tmp/shop; done
for what in type=httpd_t rules=yes write=no conf=yes exec=yes; do is "one without the type: $what" says $what cat /tmp/plain; done

mkdir -p $sites/xpurpose
echo '<script src="/moved.js"></script>' >/root/head.html
mv /root/head.html $sites/xpurpose
echo "XPurposeInsert head-end file:$sites/xpurpose/head.html" >/etc/apache2/conf-enabled/moved.conf
is 'a file that was moved from /root: the check from a shell says OK' says 'Syntax OK' apachectl -t
is '... a reload does not' eval '! systemctl reload apache2'
is '... and the old configuration serves on' status 200
apachectl graceful
sleep 5
is '... a graceful restart from a shell ends the server' status 000
is '... and a start is refused' eval '! systemctl restart apache2'
is '... with the file and the reason' says "XPurposeInsert: '$sites/xpurpose/head.html' cannot be read: Permission denied" journalctl -u apache2 -n 50 --no-pager
is '... and an AVC' says "path=\"$sites/xpurpose/head.html\"" denied httpd_t
denied httpd_t | tail -n 1 | sed 's/^/# /'
. /root/label.sh
is 'the label is put right, as the docs say' systemctl restart apache2
is '... and the page has the snippet' says 'src="/moved.js"' get http://127.0.0.1/page.html
echo done
sync
poweroff -f
