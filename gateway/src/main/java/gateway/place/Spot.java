package gateway.place;

/**
 * What a name in a text means.
 *
 * @param area the area it lies in, or is
 * @param code the id of the code that being there means; empty where it means none
 */
public record Spot(Area area, String code) {}
