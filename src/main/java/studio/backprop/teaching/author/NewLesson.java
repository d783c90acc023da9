package studio.backprop.teaching.author;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import studio.backprop.text.Message;

/**
 * Author's input for a new lesson.
 *
 * @param parent folder that will contain the lesson's folder
 * @param id name of its folder; stable
 * @param english title, or the Chinese one if not given
 * @param chinese title, or the English one if not given
 */
public record NewLesson(Path parent, String id, String english, String chinese) {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int MAX_ID_LENGTH = 40;
  /** Device names reserved by Windows. */
  private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

  public NewLesson {
    String first = english.strip();
    english = first.isEmpty() ? chinese.strip() : first;
    chinese = chinese.strip().isEmpty() ? first : chinese.strip();
  }

  public Path folder() {
    return parent.resolve(id);
  }

  /** Validation of the input, without access to the disk. */
  public Optional<Message> problem() {
    if (english.isEmpty()) {
      return Optional.of(Message.of("author.no_title"));
    } else if (!ID.matcher(id).matches() || id.length() > MAX_ID_LENGTH) {
      return Optional.of(Message.of("author.id", id, MAX_ID_LENGTH));
    } else if (DEVICES.contains(id) || id.matches("(com|lpt)\\d")) {
      return Optional.of(Message.of("author.device", id));
    }
    return Optional.empty();
  }

  /** Id derived from a title: lower-case letters, with hyphens between words. Empty without Latin letters. */
  public static String idOf(String title) {
    String plain = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return plain.length() <= MAX_ID_LENGTH ? plain : plain.substring(0, MAX_ID_LENGTH).replaceAll("-+$", "");
  }
}
