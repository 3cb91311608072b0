# What an application that was made by a recipe of docs/backends.md has to do. Its page says class=… and header=…, a space behind each,
# and holds $TAG unless it is a preview; for each view it writes one byte into a file. The third argument is whether the module is On.
package Test::Application;

use strict;
use warnings;
use Exporter 'import';
use Test::More;
use Test::Preview;

our @EXPORT = qw($TAG asked forged check_application check_forged);

my @SCRIPT = ('Sec-Fetch-Dest' => 'empty', 'Sec-Fetch-Mode' => 'cors');

# The table that the document begins with: which class and which header the application sees.
sub asked {
    return ({ name => 'a view', headers => [] },
        { name => 'a preview', headers => [@PREVIEW], class => 'preview', header => 'preview' },
        { name => 'a prerender', headers => [@PRERENDER], class => 'prerender' },
        { name => 'an agent', headers => ['Signature-Agent' => '"https://agent.example"'], class => 'agent' },
        { name => "a script's fetch", headers => [@PREVIEW, @SCRIPT], class => 'prefetch', header => 'preview' });
}

sub check_application {
    my ($get, $counter, $strips) = @_;
    for my $asked (asked()) {
        my $before = -s $counter || 0;
        my $r = $get->(@{ $asked->{headers} });
        is $r->{status}, 200, "$asked->{name} is answered" or diag $r->{content};
        my @sees = $r->{content} =~ /class=(\S*) header=(\S*) /;
        is_deeply \@sees, [$asked->{class} || '', $asked->{header} || ''], '... with what the application sees of it' or diag $r->{content};
        my $preview = ($asked->{class} || '') eq 'preview';
        is index($r->{content}, $TAG) >= 0 ? 'in it' : 'not in it', $preview ? 'not in it' : 'in it', '... the analytics';
        unlike $r->{content}, qr/<!--xpurpose/, '... nothing had to be taken out';
        is((-s $counter || 0) - $before, $preview ? 0 : 1, '... views counted');
        like $r->{headers}{'cache-control'} || '', $preview ? qr/^private, no-store$/ : qr/^(?!.*no-store)/, '... Cache-Control';
        like $r->{headers}{vary} || '', $strips ? qr/\bX-Purpose\b/ : qr/^(?!.*X-Purpose)/, '... Vary';
    }
    return;
}

# What a client may send to pass for somebody else, by names that become the variable's or the header's in one server or another.
sub forged {
    return (['XPurpose'], ['xPURPOSE'], ['XPURPOSE', 'xpurpose'], ['X_Purpose'], ['x_purpose', 'X_PURPOSE'], ['HTTP_XPURPOSE'], ['HTTP_X_PURPOSE'],
        ['REDIRECT_XPURPOSE'], ['Redirect-XPurpose'], ['X-Purpose-Class'], ['X_Purpose_Class']);
}

# None of it makes another class of a request; whether the application has a header that is none of ours is its server's affair.
sub check_forged {
    my ($get) = @_;
    for my $names (forged()) {
        my @forged = map { ($_ => 'preview') } @$names;
        my $r = $get->(@forged);
        like $r->{content}, qr/class= /, "a view that says @$names has no class";
        like $r->{content}, qr/\Q$TAG\E/, '... and its analytics';
        like $get->(@forged, @PRERENDER)->{content}, qr/class=prerender /, '... and a prerender has its own';
    }
    return;
}

1;
