package studio.backprop.app;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Run once when the program is packaged, by a Java that archives at its end all classes it has loaded. The window then takes them from the
 * archive and need not read and check them one by one.
 */
public final class ClassArchive {
  /** What a window needs; the other libraries come with an export or a plot. */
  private static final List<String> PACKAGES = List.of(
      "studio/backprop/", "javafx/", "com/sun/", "atlantafx/", "org/kordamp/", "tools/jackson/", "com/fasterxml/", "ch/qos/logback/",
      "org/slf4j/");
  private static final String CLASS = ".class";

  private ClassArchive() {}

  public static void main(String[] args) throws IOException {
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (entry.endsWith(".jar")) {
        try (JarFile jar = new JarFile(entry)) {
          classes(jar).forEach(ClassArchive::load);
        }
      }
    }
  }

  private static Stream<String> classes(JarFile jar) {
    return jar.stream()
        .map(entry -> entry.getName())
        .filter(name -> name.endsWith(CLASS) && PACKAGES.stream().anyMatch(name::startsWith))
        .map(name -> name.substring(0, name.length() - CLASS.length()).replace('/', '.'));
  }

  /** Some classes are there for another system and miss what they stand on: they stay out. */
  private static void load(String name) {
    try {
      Class.forName(name, false, ClassArchive.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError absent) {
      return;
    }
  }
}
