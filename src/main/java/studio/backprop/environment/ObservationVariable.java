package studio.backprop.environment;

import studio.backprop.text.Message;

/**
 * Variable of an observation. Immutable.
 *
 * @param name last part of its text key, or a name for both languages
 * @param low typical minimum
 * @param high typical maximum
 * @param unit such as {@code m/s}; empty for none
 */
public record ObservationVariable(String name, double low, double high, String unit) {
  public Message title() {
    return Message.of("environment.observed." + name);
  }
}
