package studio.backprop;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.backprop.app.Written;

/** The picture and the list of rooms of docs/architecture.md are what the code gives. */
class ArchitecturePictureTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final String STUDIO = "studio.backprop.";
  private static final Pattern FIRST_SENTENCE = Pattern.compile("/\\*\\*(.*?\\.)(\\s|$)", Pattern.DOTALL);
  private static final Map<String, Set<String>> ROOMS = new TreeMap<>();
  private static final Map<String, Set<String>> WINGS = new TreeMap<>();

  @BeforeAll
  static void readTheImports() {
    for (JavaClass type : ArchitectureTest.STUDIO) {
      if (Files.exists(MAIN.resolve(type.getName().split("\\$")[0].replace('.', '/') + ".java"))) {
        type.getDirectDependenciesFromSelf().stream().map(dependency -> dependency.getTargetClass().getPackageName())
            .filter(used -> used.startsWith(STUDIO)).forEach(used -> note(type.getPackageName(), used));
      }
    }
  }

  private static void note(String from, String to) {
    String[] user = from.split("\\.");
    String[] used = to.split("\\.");
    add(ROOMS, user[2], used[2]);
    if (user[2].equals("ui") && used[2].equals("ui")) {
      add(WINGS, user[3], used[3]);
    }
  }

  private static void add(Map<String, Set<String>> uses, String from, String to) {
    Stream.of(from, to).forEach(name -> uses.computeIfAbsent(name, key -> new TreeSet<>()));
    if (!from.equals(to)) {
      uses.get(from).add(to);
    }
  }

  @Test
  void thePictureShowsTheImportsOfTheCode() throws IOException {
    Map<Integer, List<String>> wings = new TreeMap<>(Comparator.reverseOrder());
    wings.putAll(WINGS.keySet().stream().collect(Collectors.groupingBy(wing -> LayeredPicture.floor(wing, WINGS))));
    Written.checkFile(Path.of("docs/images/architecture.svg"), new LayeredPicture(ROOMS, "ui", List.copyOf(wings.values())).svg());
  }

  @Test
  void everyRoomHasALine() throws IOException {
    Written.check(Path.of("docs/architecture.md"), "| room | what it is |\n| --- | --- |\n" + lines("", ROOMS)
        + "\n| wing of `ui` | what it is |\n| --- | --- |\n" + lines("ui/", WINGS));
  }

  private static String lines(String above, Map<String, Set<String>> uses) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String name : byFloor(uses)) {
      Path folder = MAIN.resolve("studio/backprop").resolve(above + name);
      lines.append("| [`%s`](../%s/package-info.java) | %s%s |\n".formatted(name, folder, firstSentence(folder),
          name.equals("ui") ? "" : parts(folder)));
    }
    return lines.toString();
  }

  private static Collection<String> byFloor(Map<String, Set<String>> uses) {
    Comparator<String> floor = Comparator.comparing(name -> -LayeredPicture.floor(name, uses));
    return uses.keySet().stream().sorted(floor.thenComparing(Comparator.naturalOrder())).toList();
  }

  private static String firstSentence(Path folder) throws IOException {
    Matcher sentence = FIRST_SENTENCE.matcher(Files.readString(folder.resolve("package-info.java")));
    assertThat(sentence.find()).as("%s has a first sentence", folder).isTrue();
    return sentence.group(1).replaceAll("\\s+\\*?\\s*", " ").replaceAll("\\{@(?:code|link) ([^}]+)}", "`$1`").trim();
  }

  private static String parts(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      String names = inside.filter(Files::isDirectory).map(part -> "`" + part.getFileName() + "`").sorted()
          .collect(Collectors.joining(", "));
      return names.isEmpty() ? "" : " Parts: " + names + ".";
    }
  }

  @Test
  void everyPackageSaysWhatItIs() throws IOException {
    try (Stream<Path> files = Files.walk(MAIN.resolve("studio"))) {
      Set<Path> folders = files.filter(file -> file.toString().endsWith(".java")).map(Path::getParent).collect(Collectors.toSet());
      assertThat(folders).allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
    }
  }
}
