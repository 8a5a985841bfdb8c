package gateway.badhouse.codebook;

import java.util.random.RandomGenerator;

record Chances(RandomGenerator random) {}
