# A browser that dies, or a tab of it that crashes, ends the program that drives it: at once, and with what it said last.
use strict;
use warnings;
use File::Path 'remove_tree';
use File::Temp 'tempdir';
use Test::Browser;
use Test::File;
use Test::Httpd;
use Test::More;

Test::Browser::needs();

my $dir = tempdir();
my $chromium = Test::Browser::chromium();
my $PORT = 9;    # nobody is asked for anything

# Runs a program in a tab of a browser. Returns its status, what it printed, and how the browser ended.
sub drive {
    my ($binary, $program) = @_;
    my $script = spurt("$dir/drive.mjs", <<"JS");
import { Chromium } from '$Test::Browser::TOOLS/chromium.mjs';
import fs from 'node:fs';
const chromium = new Chromium('$binary', fs.mkdtempSync('$dir/profile-'), $PORT);
const tab = await chromium.tab(() => {});
$program
console.log((await tab.send('Runtime.evaluate', { expression: '6*7' })).result.value);
await chromium.close();
JS
    my $said = `node '$script' 2>'$dir/stderr'`;
    return ($? >> 8, $said, slurp("$dir/stderr") =~ /^((?:Chromium is gone|A tab crashed).*)/m);
}

is_deeply [drive($chromium, '')], [0, "42\n"], 'one that lives';

my $late = spurt("$dir/late", "#!/bin/sh\necho no display >&2\nexit 3\n", 0755);
is_deeply [drive($late, '')], [1, '', 'Chromium is gone: 3'], 'one that does not start';
like slurp("$dir/stderr"), qr/^no display$/m, '... and what it says of that';
is_deeply [drive($chromium, "chromium.child.kill('SIGKILL');")], [1, '', 'Chromium is gone: SIGKILL'], 'one that is killed';
is_deeply [drive($chromium, "await tab.send('Page.crash');")], [1, '', 'A tab crashed'], 'one of which a tab crashes';

ok Test::Httpd::wait_until(sub { remove_tree($dir, { error => \my $error }); !-e $dir }), 'nothing of them is left';
done_testing;
