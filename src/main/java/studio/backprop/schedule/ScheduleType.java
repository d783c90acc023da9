package studio.backprop.schedule;

import studio.backprop.setting.Form;
import studio.backprop.text.Message;

/**
 * One entry of the list of schedules.
 *
 * @param id the name in files and texts, such as {@code cosine}
 * @param fresh with its usual settings
 * @param form its settings
 */
public record ScheduleType(String id, Schedule fresh, Form<Schedule> form) {
  static ScheduleType of(String id, Schedule fresh) {
    return new ScheduleType(id, fresh, new Form<>(fresh.getClass(), "schedule." + id));
  }

  public Message title() {
    return Message.of("schedule." + id);
  }

  /** One sentence in a learner's words. */
  public Message help() {
    return Message.of("schedule." + id + ".help");
  }
}
