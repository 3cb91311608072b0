# The filter's tests again under the other MPMs: each must end as it does under the one that MPM names, event as a rule.
use strict;
use warnings;
use Test::More;
use Test::Httpd;

my $usual = $ENV{MPM} || 'event';

chdir $Test::Httpd::ROOT or die "$!\n";
for my $mpm (grep { $_ ne $usual } qw(event worker prefork)) {
    SKIP: {
        skip "this httpd has no mpm_$mpm", 1 unless Test::Httpd->has_module("mpm_$mpm");
        for my $test (glob 't/2[0-2]-*.t') {
            local $ENV{MPM} = $mpm;
            my $output = `$^X -It/lib $test 2>&1`;
            ok $? == 0, "$test under $mpm" or diag grep { !/^ok / } map { "$_\n" } split /\n/, $output;
        }
    }
}

done_testing;
