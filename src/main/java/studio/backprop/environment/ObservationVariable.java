package studio.backprop.environment;

import studio.backprop.text.Message;

/**
 * One number of what an agent sees.
 *
 * @param name the last part of the name of its text, or what it is called in both languages
 * @param low where it usually lies at least
 * @param high where it usually lies at most
 * @param unit such as {@code m/s}; empty where it has none
 */
public record ObservationVariable(String name, double low, double high, String unit) {
  public Message title() {
    return Message.of("environment.observed." + name);
  }
}
