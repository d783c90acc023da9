package studio.backprop.teaching.author;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import studio.backprop.text.Message;

/**
 * What an author decides before a lesson is made.
 *
 * @param parent the folder in which that of the lesson will be
 * @param id the name of its folder, the same for ever
 * @param english its title, or the Chinese one where it has none of its own
 * @param chinese the same the other way round
 */
public record NewLesson(Path parent, String id, String english, String chinese) {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST = 40;
  /** Names that Windows keeps for devices. */
  private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

  public NewLesson {
    String first = english.strip();
    english = first.isEmpty() ? chinese.strip() : first;
    chinese = chinese.strip().isEmpty() ? first : chinese.strip();
  }

  /** The folder of the lesson. */
  public Path folder() {
    return parent.resolve(id);
  }

  /** What is wrong with what was entered, without a look at the disk. */
  public Optional<Message> problem() {
    if (english.isEmpty()) {
      return Optional.of(Message.of("author.no_title"));
    } else if (!ID.matcher(id).matches() || id.length() > LONGEST) {
      return Optional.of(Message.of("author.id", id, LONGEST));
    } else if (DEVICES.contains(id) || id.matches("(com|lpt)\\d")) {
      return Optional.of(Message.of("author.device", id));
    }
    return Optional.empty();
  }

  /** An id made of a title: its letters, small, with hyphens between words. Empty where it has no Latin letter. */
  public static String idOf(String title) {
    String plain = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST).replaceAll("-+$", "");
  }
}
