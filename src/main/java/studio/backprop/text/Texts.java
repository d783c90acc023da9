package studio.backprop.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** All sentences of the program in one language. */
public final class Texts {
  public static final Locale CHINESE_LOCALE = Locale.SIMPLIFIED_CHINESE;
  public static final Texts ENGLISH = new Texts(Locale.ENGLISH);
  public static final Texts CHINESE = new Texts(CHINESE_LOCALE);

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle bundle;
  private final ConcurrentMap<String, MessageFormat> formats = new ConcurrentHashMap<>();

  private Texts(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle("i18n.messages", locale, Texts.class.getClassLoader(), NO_FALLBACK);
  }

  /** The texts for a reader with this locale: Chinese for any Chinese locale, English for all others. */
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
    return bundle.containsKey(key);
  }

  /** The sentence of {@code key} with its places filled. Numbers are set by locale; messages among the arguments are said in this language. */
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
      return format.format(said);
    }
  }

  public String say(Message message) {
    return say(message.key(), message.args().toArray());
  }

  private Object argument(Object arg) {
    if (arg instanceof Message message) {
      return say(message);
    }
    return arg instanceof Number || arg instanceof String ? arg : String.valueOf(arg);
  }

  private String pattern(String key) {
    try {
      return bundle.getString(key);
    } catch (MissingResourceException e) {
      throw new IllegalArgumentException("no text for " + key + " in " + locale, e);
    }
  }
}
