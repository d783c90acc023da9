package studio.backprop.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.backprop.store.AtomicFile;
import studio.backprop.store.StoreProblem;
import studio.backprop.store.UserFolder;

/** Persistent preferences; errors of the file are logged and ignored. Only {@link #change} and {@link #save} are synchronized. */
final class Preferences {
  private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);

  private final Optional<Path> file;
  private final Properties values = new Properties();
  /** Overrides for this process. */
  private final Map<String, String> supposed = new HashMap<>();

  private Preferences() {
    this.file = Optional.empty();
  }

  Preferences(Path file) {
    this.file = Optional.of(file);
    if (Files.isReadable(file)) {
      try (Reader in = Files.newBufferedReader(file)) {
        values.load(in);
      } catch (IOException | IllegalArgumentException e) {
        LOG.info("The window starts as new: {} could not be read.", file);
      }
    }
  }

  /** Without persistence. */
  static Preferences none() {
    return new Preferences();
  }

  /** In the system's configuration folder; without persistence if there is none. */
  static Preferences ofUser() {
    return UserFolder.find().map(folder -> new Preferences(folder.resolve("window.properties"))).orElseGet(Preferences::none);
  }

  /** Folder for further files; empty without persistence. */
  Optional<Path> folder() {
    return file.map(Path::getParent);
  }

  Optional<String> text(String key) {
    return Optional.ofNullable(supposed.getOrDefault(key, values.getProperty(key)));
  }

  /** Overrides a value for this process, until the user sets another. */
  void suppose(String key, String value) {
    supposed.put(key, value);
  }

  double number(String key, double otherwise) {
    try {
      return text(key).map(Double::parseDouble).filter(Double::isFinite).orElse(otherwise);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** An enum constant; empty if the file has another word. */
  <E extends Enum<E>> Optional<E> choice(String key, Class<E> names) {
    return text(key).flatMap(word -> Arrays.stream(names.getEnumConstants()).filter(name -> name.name().equals(word)).findFirst());
  }

  void set(String key, Object value) {
    if (!String.valueOf(value).equals(supposed.get(key))) {
      supposed.remove(key);
      values.setProperty(key, String.valueOf(value));
    }
  }

  /** Atomic update of a value ("" if absent), and save. */
  synchronized void change(String key, UnaryOperator<String> change) {
    set(key, change.apply(text(key).orElse("")));
    save();
  }

  synchronized void save() {
    file.ifPresent(this::save);
  }

  private void save(Path file) {
    try {
      Files.createDirectories(file.getParent());
      AtomicFile.write(file, out -> values.store(out, null));
    } catch (IOException | StoreProblem e) {
      LOG.info("The window's state could not be kept in {}.", file);
    }
  }
}
