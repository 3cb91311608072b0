# What Prometheus reads, held against the formats' rules, and taken apart.
#
#   is_deeply [complaints($r->{content}, 'open')], [], 'OpenMetrics 1.0.0 has nothing against it';      # 'classic': text format 0.0.4
#   my $samples = samples($r->{content});     # { 'name{label="value",…}' => figure }, labels in order of their names
package Test::Metrics;

use strict;
use warnings;
use Exporter 'import';

our @EXPORT = qw(complaints samples);

my $LABEL = qr/([a-zA-Z_]\w*)="((?:[^"\\\n]|\\["\\n])*)"/;
my $UTF8 = qr/[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]
    |\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}/x;

# Of the names of samples: what follows the family's.
my %SUFFIX = (
    open => { counter => '_total', info => '_info', gauge => '', stateset => '' },
    classic => { counter => '', gauge => '' },
);

# The labels of a sample, or nothing if they are not well formed.
sub _labels {
    my ($text) = @_;
    my %labels;
    return {} if $text eq '';
    return unless $text =~ /\A\{(?:$LABEL(?:,(?!\})|(?=\})))+\}\z/;
    while ($text =~ /$LABEL/g) {
        return if exists $labels{$1};
        $labels{$1} = $2;
    }
    return \%labels;
}

sub _named {
    my ($name, $labels) = @_;
    return $name . '{' . join(',', map { "$_=\"$labels->{$_}\"" } sort keys %$labels) . '}';
}

# Whether the states of a set follow each other.
sub _is_together {
    my ($labels, $called, $family) = @_;
    my %set = %$labels;
    delete $set{$called};
    my $set = _named('', \%set);
    return 1 if ($family->{set} // '') eq $set;
    $family->{set} = $set;
    return !$family->{sets}{$set}++;
}

# What is wrong with a sample of the family, in words; '' for nothing.
sub _sample {
    my ($line, $family, $suffixes, $seen) = @_;
    my ($name, $text, $figure) = $line =~ /^([a-zA-Z_]\w*)(\{.*\})? (\d+)$/ or return 'line';
    my $labels = _labels($text // '') or return 'labels';
    my ($type, $called) = @$family{qw(type name)};
    return 'no TYPE' unless defined $type;
    return 'of another family' if $name ne $called . ($suffixes->{$type} // return 'unknown TYPE');
    return 'twice' if $seen->{ _named($name, $labels) }++;
    return 'info is 1' if $type eq 'info' && $figure != 1;
    return 'a state is 0 or 1, and named by the family' if $type eq 'stateset' && ($figure > 1 || !defined $labels->{$called});
    return 'states in two pieces' if $type eq 'stateset' && !_is_together($labels, $called, $family);
    return 'a counter is _total' if $type eq 'counter' && $name !~ /_total$/;
    return '';
}

# What a family takes of the names that there are: with a suffix it is not to be another one.
sub _names {
    my ($name, $format) = @_;
    my %suffixes = map { $_ => 1 } '', values %{ $SUFFIX{$format} };
    return map { "$name$_" } keys %suffixes;
}

sub complaints {
    my ($text, $format) = @_;
    my $suffixes = $SUFFIX{$format};
    my (@bad, %seen, %samples, %family);

    push @bad, 'is no UTF-8' if $text =~ s/$UTF8//gr ne '';
    push @bad, 'does not end with a line' unless $text =~ /\n\z/;
    push @bad, 'does not end with # EOF' if $format eq 'open' && $text !~ s/\n\K# EOF\n\z//;
    for my $line (split /\n/, $text) {
        if ($line =~ /^# (TYPE|UNIT|HELP) (\w+) (\S.*)$/) {
            my ($what, $name, $said) = (lc $1, $2, $3);
            if ($name ne ($family{name} // '')) {
                push @bad, "family twice, or its name with a suffix is another's: $name" if grep { $seen{$_}++ } _names($name, $format);
                %family = (name => $name);
            }
            push @bad, "twice, or behind samples: $line" if exists $family{$what} || $family{samples};
            $family{$what} = $said;
            push @bad, "type: $line" if $what eq 'type' && !exists $suffixes->{$said};
            push @bad, "unit: $line" if $what eq 'unit' && ($format ne 'open' || $name !~ /_\Q$said\E$/ || ($family{type} // '') =~ /^(?:info|stateset)$/);
            push @bad, "help: $line" if $what eq 'help' && $said =~ /\\(?![\\n])/;
        } elsif (my $why = _sample($line, \%family, $suffixes, \%samples)) {
            push @bad, "$why: $line";
        } else {
            push @bad, "no HELP: $line" unless exists $family{help};
            $family{samples}++;
        }
    }
    return @bad;
}

sub samples {
    my ($text) = @_;
    my %figure;
    for my $line (split /\n/, $text) {
        my ($name, $labels, $figure) = $line =~ /^(\w+)(\{.*\})? (\d+)$/ or next;
        $figure{ _named($name, _labels($labels // '')) } = $figure;
    }
    return \%figure;
}

1;
