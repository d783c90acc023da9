package studio.backprop.lesson.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.store.Opened;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Sample;
import studio.backprop.store.StoreProblem;
import studio.backprop.text.Message;

/**
 * Files of a lesson: a folder, or its ZIP. Access is restricted to the folder and limited in size.
 *
 * @param id its name
 * @param files contents by name; those of a folder are read eagerly
 * @param origin the folder or ZIP file; empty for a bundled lesson
 */
public record LessonFolder(String id, Map<String, byte[]> files, Optional<Path> origin) {
  /** Extension of a zipped lesson. */
  public static final String SUFFIX = ".lesson";
  /** Extension of a ZIP by any other program, which is accepted as well. */
  public static final String ZIP = ".zip";
  private static final int MOST_FILES = 200;
  private static final long MOST_BYTES = 64L << 20;
  private static final int MOST_TEXT = 65_536;
  private static final String BUNDLED = "/lessons/";

  /** Error message of a folder that cannot be read as a lesson. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Message sentence;

    Unreadable(Message sentence) {
      super(sentence.key());
      this.sentence = sentence;
    }

    public Message sentence() {
      return sentence;
    }
  }

  /** Opens a folder or a ZIP file. @throws Unreadable if it is no lesson */
  public static LessonFolder open(Path path) throws Unreadable {
    String name = path.toAbsolutePath().normalize().getFileName().toString();
    try {
      if (Files.isDirectory(path)) {
        return new LessonFolder(name, ofFolder(path), Optional.of(path));
      }
      String id = isZipped(path) ? name.substring(0, name.lastIndexOf('.')) : name;
      try (InputStream in = Files.newInputStream(path)) {
        return new LessonFolder(id, ofZip(in, path), Optional.of(path));
      }
    } catch (IOException e) {
      throw new Unreadable(Message.of("lesson.folder.none", path.toString()));
    }
  }

  public static boolean isZipped(Path file) {
    String name = file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(SUFFIX) || name.endsWith(ZIP);
  }

  /** Whether a path is a folder with a lesson, or a zipped one. Courses are not: {@link Curriculum#isCourse}. */
  public static boolean isLesson(Path path) {
    return isZipped(path) || Files.exists(path.resolve("en.md")) || Files.exists(path.resolve("zh.md"));
  }

  private static Map<String, byte[]> ofFolder(Path folder) throws IOException, Unreadable {
    Map<String, byte[]> files = new LinkedHashMap<>();
    long bytes = 0;
    try (Stream<Path> all = Files.list(folder)) {
      Stream<Path> few = all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).limit(MOST_FILES + 1L);
      for (Path file : few.sorted().toList()) {
        bytes += Files.size(file);
        bound(files.size(), bytes, folder);
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static Map<String, byte[]> ofZip(InputStream in, Path path) throws IOException, Unreadable {
    Map<String, byte[]> files = new LinkedHashMap<>();
    long bytes = 0;
    try (ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.isDirectory()) {
          continue;
        }
        byte[] content = zip.readNBytes((int) Math.min(Integer.MAX_VALUE, MOST_BYTES - bytes + 1));
        bytes += content.length;
        bound(files.size(), bytes, path);
        String name = entry.getName().replace('\\', '/');
        files.put(name.substring(name.lastIndexOf('/') + 1), content);
      }
    }
    if (files.isEmpty()) {
      throw new Unreadable(Message.of("lesson.folder.none", path.toString()));
    }
    if (files.containsKey(Curriculum.CONTENTS)) { // a course: the files of its lessons have the same names and would be merged
      throw new Unreadable(Message.of("lesson.folder.zipped_course", path.toString(), Curriculum.CONTENTS));
    }
    return files;
  }

  private static void bound(int files, long bytes, Path path) throws Unreadable {
    if (files >= MOST_FILES || bytes > MOST_BYTES) {
      throw new Unreadable(Message.of("lesson.folder.large", path.toString(), MOST_FILES, MOST_BYTES >> 20));
    }
  }

  /** Bundled lesson; its other files are read lazily. */
  public static LessonFolder bundled(String id) {
    return new LessonFolder(id, Map.of(), Optional.empty());
  }

  /** Content of a file; empty if missing. */
  public Optional<byte[]> file(String name) {
    if (origin.isPresent() || !name.matches("[\\w.-]+")) {
      return Optional.ofNullable(files.get(name));
    }
    try (InputStream in = LessonFolder.class.getResourceAsStream(BUNDLED + id + "/" + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Picture, preferably localized for languages other than English, such as {@code rates.zh.png}. */
  public Optional<byte[]> picture(String name, String language) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? file(name) : file(name.substring(0, dot) + "." + language + name.substring(dot)).or(() -> file(name));
  }

  /** List of its file names, for messages. */
  public String names() {
    return files.isEmpty() ? Stream.of("en.md", "zh.md").filter(name -> file(name).isPresent()).collect(Collectors.joining(", "))
        : String.join(", ", new TreeSet<>(files.keySet()));
  }

  /** Content of a file as UTF-8 text. @throws LineFault if it is too long, or no text */
  Optional<String> text(String name) throws LineFault {
    Optional<byte[]> bytes = file(name);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    if (bytes.get().length > MOST_TEXT) {
      throw new LineFault(0, Message.of("lesson.folder.long_text", bytes.get().length, MOST_TEXT));
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.get())).toString());
    } catch (CharacterCodingException e) {
      throw new LineFault(0, Message.of("lesson.folder.not_utf8"));
    }
  }

  /** Project of the folder, or a sample. @throws LineFault if there is none */
  public Opened project(LessonCommand.Opening opening) throws LineFault {
    return opening instanceof LessonCommand.Open open ? project(open.file()) : sample(opening.name());
  }

  private Opened project(String start) throws LineFault {
    if (start.contains("/") || start.contains("\\") || start.contains("..")) {
      throw new LineFault(1, Message.of("lesson.folder.outside", start));
    }
    byte[] content = file(start).orElseThrow(() -> new LineFault(1, Message.of("lesson.folder.no_file", start, names())));
    try {
      return ProjectFile.read(start, new ByteArrayInputStream(content));
    } catch (StoreProblem problem) {
      throw new LineFault(1, Message.of("lesson.folder.damaged", start, problem.sentence()));
    } catch (IOException e) {
      throw new LineFault(1, Message.of("lesson.folder.no_file", start, names()));
    }
  }

  private static Opened sample(String name) throws LineFault {
    Sample sample = Sample.find(name).orElseThrow(() -> new LineFault(8, Message.of("lesson.folder.no_sample", name)));
    try (InputStream in = sample.open()) {
      return ProjectFile.read(name, in);
    } catch (StoreProblem | IOException e) {
      throw new IllegalStateException("a bundled sample is readable: " + name, e);
    }
  }

  public List<String> languages() {
    return Stream.of("en", "zh").filter(language -> file(language + ".md").isPresent()).toList();
  }
}
