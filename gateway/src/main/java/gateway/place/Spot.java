package gateway.place;

/**
 * What a name in a text means.
 *
 * @param area    the area it lies in, or is
 * @param code    the id of the code that being there means; empty where it means none
 * @param custody the id of the place of custody it is; empty where it is none
 */
public record Spot(Area area, String code, String custody) {}
