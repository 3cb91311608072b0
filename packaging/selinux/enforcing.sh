#!/bin/sh
# The policy where a kernel enforces it: enforcing.sh makes a machine of Debian's packages, with the module and a daemon of mod_wsgi in
# its own domain, labels it, boots it in qemu, without KVM and without a network, and has it run trial.sh. It takes root, mmdebstrap,
# qemu-system-x86 and some minutes, and leaves build/enforcing behind.
set -eu

fail() { echo "enforcing: $*" >&2; exit 1; }

cd "$(dirname "$0")/../.."
top=build/enforcing root=build/enforcing/root here=packaging/selinux
[ "$(id -u)" = 0 ] || fail 'only root can make a machine'
for tool in mmdebstrap qemu-system-x86_64 mke2fs setfiles checkmodule; do
    command -v $tool >/dev/null || fail "$tool is not installed"
done

# The block of indented lines of docs/selinux.md that holds a word.
lines() { awk -v word="$1" '/^    / { block = block substr($0, 5) "\n"; next } { if (index(block, word)) printf "%s", block; block = "" }' docs/selinux.md; }

# As in fresh.sh.
sources()
{
    apt-get indextargets --format 'deb $(REPO_URI) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' 'Origin: Debian' | sort -u
}

bootstrap()
{
    sources >$top/sources
    apt-config dump | grep -E '^Acquire::(https?::|Check-)' >$top/settings || :
    TMPDIR=$PWD/$top mmdebstrap -q --mode=root --variant=minbase --aptopt=$top/settings --aptopt='Acquire::Retries "5"' \
        --include=systemd-sysv,linux-image-cloud-amd64,apache2,libapache2-mod-wsgi-py3,selinux-policy-default,policycoreutils \
        --include=policycoreutils-python-utils,checkpolicy,semodule-utils,auditd,curl,procps \
        "$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)" $top/machine.tar $top/sources
}

site()
{
    srv=$root/srv/www.example.com rules=$root/etc/apache2/xpurpose.d
    mkdir -p $srv/app $rules
    cp .libs/mod_xpurpose.so "$root/usr/lib/apache2/modules"
    cp conf/xpurpose.load $root/etc/apache2/mods-enabled
    echo '<script src="/snippet.js"></script>' >$rules/head.html
    chmod 666 $rules/head.html # so that it is SELinux that refuses
    echo 'XPurposeVendor our-counter url /js/counter.js' >$rules/rules.conf
    echo '<!DOCTYPE html><html><head><title>t</title><script src="/js/counter.js"></script></head><body>b</body></html>' >$root/var/www/html/page.html
    cp $here/example/confine.py $here/asked.py $srv/app
    { lines 'import confine'; echo 'from asked import application'; } >$srv/app/shop.wsgi
    echo 'from asked import application' >$srv/app/plain.wsgi
    {
        printf '%s\n' 'XPurpose On' 'XPurposeInsert head-end file:/etc/apache2/xpurpose.d/head.html' 'Include /etc/apache2/xpurpose.d/*.conf'
        lines 'WSGISocketPrefix run' | sed 's|run/|/run/apache2/|'
        lines 'WSGIDaemonProcess shop'
        printf '%s\n' 'WSGIDaemonProcess plain python-path=/srv/www.example.com/app' \
            'WSGIScriptAlias /plain /srv/www.example.com/app/plain.wsgi process-group=plain application-group=%{GLOBAL}' \
            '<Directory /srv/www.example.com>' 'Require all granted' '</Directory>'
    } >$root/etc/apache2/conf-enabled/trial.conf
}

policy()
{
    cp -r $here $root/root/selinux
    lines "xpurpose_rules_t '/srv" >$root/root/label.sh
    {
        echo 'set -e; cd /root/selinux'
        lines 'checkmodule -M -m -o xpurpose.mod'
        echo semodule -n -i xpurpose.pp
        echo cd example
        lines 'semodule -i xpurpose_wsgi' | sed -n 's/semodule -i/semodule -n -i/; /^checkmodule\|^semodule/p'
        lines "httpd_sys_content_t '/srv" | sed -n 's/^semanage fcontext/& -N/p'
    } >$root/root/install.sh
    chroot $root sh /root/install.sh
    sed -i 's/^SELINUX=.*/SELINUX=enforcing/' $root/etc/selinux/config
}

# Root's console, where the trial is run at log-in.
console()
{
    getty=$root/etc/systemd/system/serial-getty@ttyS0.service.d
    mkdir -p $getty
    printf '[Unit]\nAfter=apache2.service auditd.service\n[Service]\nExecStart=\nExecStart=-/sbin/agetty --autologin root ttyS0 vt100\n' >$getty/root.conf
    echo '[ -e /root/ran ] || { touch /root/ran; exec sh /root/selinux/trial.sh >/dev/hvc0 2>&1; }' >$root/root/.profile
    echo '/dev/vda / ext4 rw 0 0' >$root/etc/fstab
    echo enforcing >$root/etc/hostname
}

boot()
{
    : >$top/trial.log
    timeout -k 5 1200 qemu-system-x86_64 -accel tcg -cpu max -m 1024 -nographic -no-reboot -net none \
        -kernel $top/vmlinuz -initrd $top/initrd -drive file=$top/disk.img,format=raw,if=virtio \
        -device virtio-serial-pci -chardev file,id=trial,path=$top/trial.log -device virtconsole,chardev=trial \
        -append 'root=/dev/vda rw console=ttyS0 security=selinux selinux=1 enforcing=1' </dev/null >$top/console.log 2>&1 || fail 'see console.log'
}

mkdir -p $top
[ -n "$(find $top/machine.tar -mtime -7 2>/dev/null)" ] || bootstrap
rm -rf $root $top/disk.img
mkdir $root
tar -x -C $root -f $top/machine.tar
site
policy
console
setfiles -F -r $root $root/etc/selinux/default/contexts/files/file_contexts $root
truncate -s 2G $top/disk.img
mke2fs -q -t ext4 -d $root $top/disk.img
cp $root/boot/vmlinuz-* $top/vmlinuz
cp $root/boot/initrd.img-* $top/initrd
rm -rf $root
boot
cat $top/trial.log
grep -q '^done' $top/trial.log || fail 'the trial did not come to its end'
! grep -q '^not ok' $top/trial.log || fail 'not as it should be'
