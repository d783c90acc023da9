package studio.backprop.teaching.author;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.backprop.lesson.read.Curriculum;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.text.Message;

/**
 * Polls a lesson's folder twice a second and parses it after a change, once it is stable. Compares names, sizes and times, which works on
 * every disk, also on network shares without change notifications.
 */
public final class FolderWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
  private static final long EVERY_MILLIS = 400;

  private final Path folder;
  private final Consumer<Seen> reader;
  private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
    Thread thread = new Thread(work, "lesson folder");
    thread.setDaemon(true);
    return thread;
  });
  private Map<String, List<Long>> known;
  private Map<String, List<Long>> before;
  private Map<String, byte[]> content;

  /**
   * Result of a change.
   *
   * @param lesson empty where the folder cannot be read
   * @param trouble the reason
   */
  public record Seen(Optional<ReadLesson> lesson, Optional<Message> trouble) {}

  /**
   * Starts polling.
   *
   * @param read current state
   * @param reader called after changes on a background thread
   */
  public FolderWatch(Path folder, LessonFolder read, Consumer<Seen> reader) {
    this.folder = folder;
    this.reader = reader;
    this.content = read.files();
    worker.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      Map<String, List<Long>> now = state();
      boolean rests = now.equals(before); // otherwise an editor may be writing
      before = now;
      if (rests && !now.equals(known)) {
        known = now;
        read();
      }
    } catch (RuntimeException e) {
      LOG.warn("The folder {} could not be looked at: {}", folder, e.toString());
    }
  }

  private Map<String, List<Long>> state() {
    Map<String, List<Long>> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put(file.getFileName().toString(), List.of(Files.size(file), Files.getLastModifiedTime(file).toMillis()));
      }
    } catch (IOException | UncheckedIOException e) {
      return Map.of(); // deleted, or a file was deleted meanwhile
    }
    return all;
  }

  private void read() {
    try {
      LessonFolder found = LessonFolder.open(folder);
      if (!same(found.files(), content)) {
        content = found.files();
        reader.accept(new Seen(Optional.of(ReadLesson.of(found, Curriculum.bundled().ids())), Optional.empty()));
      }
    } catch (LessonFolder.Unreadable e) {
      content = Map.of();
      reader.accept(new Seen(Optional.empty(), Optional.of(e.sentence())));
    }
  }

  private static boolean same(Map<String, byte[]> a, Map<String, byte[]> b) {
    return a.keySet().equals(b.keySet()) && a.keySet().stream().allMatch(name -> Arrays.equals(a.get(name), b.get(name)));
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
