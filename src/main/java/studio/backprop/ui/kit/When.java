package studio.backprop.ui.kit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Relative dates. */
public final class When {
  private When() {}

  /** "today, 10:12", "yesterday", "23 November". */
  public static String say(Instant moment, Lang lang) {
    ZonedDateTime time = moment.atZone(ZoneId.systemDefault());
    LocalDate today = LocalDate.now();
    if (time.toLocalDate().equals(today)) {
      return lang.say("start.today", DateTimeFormatter.ofPattern("HH:mm").format(time));
    } else if (time.toLocalDate().equals(today.minusDays(1))) {
      return lang.say("start.yesterday");
    }
    return DateTimeFormatter.ofPattern(lang.say("start.day"), lang.texts().locale()).format(time);
  }
}
