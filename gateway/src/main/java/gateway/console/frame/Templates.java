package gateway.console.frame;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** Renders the pages' templates, which are compiled with the program; what they print is escaped by its context. */
public final class Templates {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /** @param page what the template's one parameter gets */
    public String render(String template, Object page) {
        var html = new StringOutput(16_384);
        engine.render(template + ".jte", page, html);
        return html.toString();
    }
}
