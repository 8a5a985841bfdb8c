package gateway.badhouse.phone;

import gateway.badhouse.member.Somebody;

record KnowsAbove(Somebody above) {}
