package studio.backprop.schedule;

import studio.backprop.setting.Form;
import studio.backprop.text.Message;

/**
 * Registry entry of a schedule.
 *
 * @param id in files and text keys, such as {@code cosine}
 * @param fresh with default settings
 * @param form of its settings
 */
public record ScheduleType(String id, Schedule fresh, Form<Schedule> form) {
  static ScheduleType of(String id, Schedule fresh) {
    return new ScheduleType(id, fresh, new Form<>(fresh.getClass(), "schedule." + id));
  }

  public Message title() {
    return Message.of("schedule." + id);
  }

  /** One-sentence help. */
  public Message help() {
    return Message.of("schedule." + id + ".help");
  }
}
