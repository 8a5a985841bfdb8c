/**
 * How fast the gateway is: {@code mvn -Pbench verify}, never a part of the tests, for a time that passes on one machine
 * fails on another. {@link gateway.bench.Benchmark} starts the packed gateway as people start it, each in a process of
 * its own, lets strangers text it over real HTTP and a carrier on loopback count what it sends, and prints one table.
 * Of known numbers with free responders it measures how soon a text leads to a request: strangers wait for a pace that is meant.
 * What is compared is measured in turns within one run, since two runs on one machine are already two machines.
 * {@code mvn -Pbench verify -Dbench.options="-Dbench.other=../before/target/umbrella -Dbench.rounds=5"} compares what another
 * checkout packed with what this one did.
 */
@NullMarked
package gateway.bench;

import org.jspecify.annotations.NullMarked;
