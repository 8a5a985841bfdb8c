package gateway.badhouse.phone;

import gateway.badhouse.Roof;

record KnowsTheRoof(Roof roof) {}
