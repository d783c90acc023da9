package studio.backprop.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;

/** Localized texts of the program, from <code>resources/i18n/&lt;part&gt;_&lt;language&gt;.properties</code>. */
public final class Texts {
  /** Resource files by package. Keys are unique across them. */
  private static final List<String> PARTS =
      List.of(
          "layers", "network", "data", "train", "doctor", "store", "recovery", "cli", "shell", "start", "tour", "command", "presenter",
          "designer", "analyser", "inspector", "debugger", "plots", "agent", "pad",
          "examples", "time", "twins", "race", "trials", "evaluate", "reason", "embedding", "glossary", "lens", "worksheet", "search",
          "lesson", "player", "course", "guide", "author");

  private static final String CHINESE_SIGN = "[\\p{IsHan}，。：；？！、（）“”]";
  /** Spaces around placeholders are removed between Chinese characters. */
  private static final Pattern CHINESE_GAP = Pattern.compile("(?<=" + CHINESE_SIGN + ") (?=" + CHINESE_SIGN + ")");
  /** A space in a user-defined name, such as that of a file, is kept. */
  private static final Pattern NAME_GAP = Pattern.compile("(?<=\\p{IsHan}) (?=\\p{IsHan})");
  /** Temporary substitute. */
  private static final String KEPT_GAP = "\uE000";

  public static final Texts ENGLISH = new Texts(Locale.ENGLISH, "en");
  public static final Texts CHINESE = new Texts(Locale.SIMPLIFIED_CHINESE, "zh");

  private final Locale locale;
  private final String language;
  /** Lazily loaded: most sessions need one language. */
  private volatile Map<String, String> patterns;
  private final ConcurrentMap<String, MessageFormat> formats = new ConcurrentHashMap<>();

  private Texts(Locale locale, String language) {
    this.locale = locale;
    this.language = language;
  }

  private Map<String, String> patterns() {
    Map<String, String> read = patterns;
    if (read == null) {
      synchronized (this) {
        read = patterns;
        if (read == null) {
          read = new HashMap<>();
          for (String part : PARTS) {
            read(part + "_" + language + ".properties", read);
          }
          patterns = read;
        }
      }
    }
    return read;
  }

  private static void read(String file, Map<String, String> patterns) {
    Properties properties = new Properties();
    try (Reader in = new InputStreamReader(Texts.class.getResourceAsStream("/i18n/" + file), StandardCharsets.UTF_8)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (String key : properties.stringPropertyNames()) {
      if (patterns.put(key, properties.getProperty(key)) != null) {
        throw new IllegalStateException("the text " + key + " stands in two files, one is " + file);
      }
    }
  }

  /** Chinese for any Chinese locale, English for all others. */
  public static Texts of(Locale locale) {
    return locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
  }

  public static List<Texts> all() {
    return List.of(ENGLISH, CHINESE);
  }

  public Locale locale() {
    return locale;
  }

  public boolean has(String key) {
    return patterns().containsKey(key);
  }

  public Set<String> keys() {
    return new TreeSet<>(patterns().keySet());
  }

  /** Localizes a message. Numbers are formatted by locale; messages among the arguments are localized, too. */
  public String say(String key, Object... args) {
    if (args.length == 0) {
      return pattern(key);
    }
    Object[] said = new Object[args.length];
    for (int i = 0; i < args.length; i++) {
      said[i] = argument(args[i]);
    }
    MessageFormat format = formats.computeIfAbsent(key, k -> new MessageFormat(pattern(k).replace("'", "''"), locale));
    synchronized (format) {
      return CHINESE_GAP.matcher(format.format(said)).replaceAll("").replace(KEPT_GAP, " ");
    }
  }

  public String say(Message message) {
    return say(message.key(), message.args().toArray());
  }

  private Object argument(Object arg) {
    if (arg instanceof Number) {
      return arg;
    }
    String said = arg instanceof Message message ? say(message)
        : arg instanceof Measured measured ? measured.written(locale) : String.valueOf(arg);
    return NAME_GAP.matcher(said).replaceAll(KEPT_GAP);
  }

  private String pattern(String key) {
    String pattern = patterns().get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text for " + key + " in " + locale);
    }
    return pattern;
  }
}
