package gateway.console.alerts;

import io.vertx.ext.web.RoutingContext;

/**
 * Which part of a long list a page shows.
 *
 * @param page the first is 1
 * @param all  how many there are on all pages together
 */
public record Shelf(int page, int size, int all) {

    private static final int MOST_PAGES = 9_999;

    /** The page that the address names, or the last one there is. */
    static Shelf of(RoutingContext request, int size, int all) {
        var named = request.queryParam("page").stream().findFirst().filter(written -> written.matches("[1-9][0-9]{0,3}"))
                .map(Integer::parseInt).orElse(1);
        return new Shelf(Math.clamp(named, 1, Math.clamp((all + size - 1) / size, 1, MOST_PAGES)), size, all);
    }

    int after() {
        return (page - 1) * size;
    }

    public boolean hasBefore() {
        return page > 1;
    }

    public boolean hasNext() {
        return page < MOST_PAGES && page * size < all;
    }

    /** What stands in an address for this page. */
    public String query() {
        return query(page);
    }

    public String before() {
        return query(page - 1);
    }

    public String next() {
        return query(page + 1);
    }

    private static String query(int page) {
        return "?page=" + page;
    }
}
