package gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CompoundElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All SQL of the house, as its class files hold it: what a method's code loads, a constant or a static field. A statement that
 * a method puts together itself is in neither, so that there may be none ({@link #builtAtRunTime}).
 */
record Statements(Map<String, String> classesBySql, Set<String> builtAtRunTime) {

    private static final Pattern STATEMENT = Pattern.compile("^\\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH)\\s.*", Pattern.DOTALL);
    /** A clause: what a sentence in English does not hold. */
    private static final Pattern PART = Pattern.compile("\\b(SELECT|FROM|WHERE|INSERT INTO|UPDATE|DELETE FROM|ORDER BY|RETURNING)\\s+[\\w$%(\u0001]");

    /** Of all classes that lie where this one does, in its package or below. */
    static Statements of(Class<?> root) {
        var classes = new TreeMap<String, String>();
        var built = new TreeSet<String>();
        try (var files = Files.walk(folder(root))) {
            for (var file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
                read(ClassFile.of().parse(file), root.getClassLoader(), classes, built);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Statements(classes, built);
    }

    private static Path folder(Class<?> root) {
        try {
            return Path.of(root.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .resolve(root.getPackageName().replace('.', '/'));
        } catch (URISyntaxException odd) {
            throw new IllegalStateException(odd);
        }
    }

    private static void read(ClassModel file, ClassLoader loader, Map<String, String> classes, Set<String> built) {
        var name = file.thisClass().asInternalName().replace('/', '.');
        for (var method : file.methods()) {
            // What makes the constants themselves may put them together: they are read where they are used.
            var makesConstants = method.methodName().equalsString("<clinit>");
            for (var element : method.code().stream().flatMap(CompoundElement::elementStream).toList()) {
                var loaded = loaded((CodeElement) element, loader).toList();
                loaded.stream().filter(sql -> STATEMENT.matcher(sql).matches() && !sql.contains("%s"))
                        .forEach(sql -> classes.put(sql, name));
                if (!makesConstants && isPutTogether((CodeElement) element, loaded)) {
                    built.add(name + "." + method.methodName().stringValue());
                }
            }
        }
    }

    private static Stream<String> loaded(CodeElement element, ClassLoader loader) {
        return switch (element) {
            case ConstantInstruction constant when constant.constantValue() instanceof String text -> Stream.of(text);
            case FieldInstruction field when field.opcode() == Opcode.GETSTATIC && field.type().equalsString("Ljava/lang/String;")
                    && field.owner().asInternalName().startsWith("gateway/") -> Stream.of(value(field, loader));
            default -> Stream.of();
        };
    }

    private static boolean isPutTogether(CodeElement element, List<String> loaded) {
        return loaded.stream().anyMatch(text -> text.contains("%s") && PART.matcher(text).find())
                || element instanceof InvokeDynamicInstruction call && call.bootstrapArgs().stream()
                        .anyMatch(argument -> argument instanceof String recipe && PART.matcher(recipe).find());
    }

    private static String value(FieldInstruction field, ClassLoader loader) {
        try {
            var found = Class.forName(field.owner().asInternalName().replace('/', '.'), true, loader)
                    .getDeclaredField(field.name().stringValue());
            found.setAccessible(true);
            return String.valueOf(found.get(null));
        } catch (ReflectiveOperationException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
