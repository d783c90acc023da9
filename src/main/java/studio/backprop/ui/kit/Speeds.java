package studio.backprop.ui.kit;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import studio.backprop.text.Message;

/** Playback rates in steps a second, infinity for unlimited: choices, texts and commands. */
public final class Speeds {
  public static final List<Double> OF_LANES = List.of(1.0, 5.0, 20.0, 100.0, Double.POSITIVE_INFINITY);

  private Speeds() {}

  static Message said(double stepsPerSecond) {
    return Double.isInfinite(stepsPerSecond) ? Message.of("transport.full_speed")
        : stepsPerSecond == 1 ? Message.of("transport.one_per_second")
        : Message.of("transport.per_second", (long) stepsPerSecond);
  }

  public static List<Command> commands(DoubleProperty speed, List<Double> choices) {
    return choices.stream().map(choice -> Command.of(Message.of("command.speed", said(choice)), Command.Group.TRAINING, Icon.SPEED,
        () -> speed.set(choice))).toList();
  }
}
