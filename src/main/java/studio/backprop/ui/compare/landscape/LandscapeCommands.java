package studio.backprop.ui.compare.landscape;

import static studio.backprop.ui.kit.Command.Group.NETWORK;
import static studio.backprop.ui.kit.Command.Group.TRAINING;
import static studio.backprop.ui.kit.Command.Group.VIEW;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import studio.backprop.compare.KeptTwins;
import studio.backprop.landscape.surface.TestSurface;
import studio.backprop.text.Message;
import studio.backprop.ui.compare.comparison.VariantCommands;
import studio.backprop.ui.compare.comparison.VariantTexts;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Speeds;

/** Commands of the page Landscape, on a test surface and on a network, for the searchable list and the page of shortcuts. */
final class LandscapeCommands {
  private final LandscapeModel model;
  private final MapView map;
  private final List<Command> race;
  private final List<Command> network;

  LandscapeCommands(LandscapeModel model, MapView map, Runnable nextPlane, IntConsumer point) {
    this.model = model;
    this.map = map;
    List<Command> both = both(point);
    race = all(race(), both);
    network = all(network(nextPlane), both);
  }

  private static List<Command> all(List<Command> own, List<Command> both) {
    List<Command> all = new ArrayList<>(own);
    all.addAll(both);
    return List.copyOf(all);
  }

  /** Those of the current landscape. */
  List<Command> now() {
    return model.surfaceProperty().get().isPresent() ? race : network;
  }

  private List<Command> race() {
    List<Command> all = new ArrayList<>(List.of(
        Command.of("command.play", TRAINING, Icon.PLAY, "Space", model.playhead()::toggle),
        Command.of("command.step", TRAINING, Icon.STEP, "Right", model.playhead()::forward),
        back(),
        Command.of("landscape.race.reset", TRAINING, Icon.RESET, "Home", model.playhead()::toStart),
        Command.of("landscape.race.end", TRAINING, Icon.STEP_OVER, "End", model.playhead()::toEnd)));
    all.addAll(Speeds.commands(model.twins().speedProperty(), Speeds.OF_LANES));
    for (Nudge nudge : Nudge.values()) {
      all.add(Command.of(Message.of("landscape.command.start", Message.of(nudge.key())), TRAINING, Icon.TARGET,
          () -> nudge.move(map)).or("Shift+" + nudge.arrow()));
    }
    return all;
  }

  private List<Command> network(Runnable nextPlane) {
    List<Command> all = new ArrayList<>(VariantCommands.transport(model.twins(),
        Command.of("landscape.command.forward", TRAINING, Icon.STEP, "Right", this::forward)));
    all.add(back());
    all.add(Command.of("landscape.command.end", TRAINING, Icon.STEP_OVER, "End", model.playhead()::toEnd));
    all.add(Command.of("landscape.command.plane", VIEW, Icon.LANDSCAPE, "P", nextPlane));
    all.add(Command.of("landscape.command.centre", VIEW, Icon.TARGET, "C", model::centreHere));
    return all;
  }

  private Command back() {
    return Command.of("landscape.command.back", TRAINING, Icon.STEP_BACK, "Left", model.playhead()::back);
  }

  /** To the next recorded step, or trains one at the end. */
  private void forward() {
    if (model.step() < model.lastStep()) {
      model.playhead().forward();
    } else {
      model.twins().stepBatch();
    }
  }

  private List<Command> both(IntConsumer point) {
    List<Command> all = new ArrayList<>();
    for (Optional<TestSurface> surface : SurfaceBar.choices()) {
      Command show = Command.of(Message.of("landscape.command.surface", Message.of(SurfaceBar.key(surface))), VIEW, Icon.LANDSCAPE,
          () -> model.surfaceProperty().set(surface));
      all.add(surface.isPresent() ? show
          : show.when(Bindings.createBooleanBinding(model.twins()::networkHasMap, model.twins().setup().variantsProperty())));
    }
    all.add(Command.of(Message.of("landscape.four"), NETWORK, Icon.TWINS, model::proposeOptimizers));
    all.add(Command.of("command.undo", NETWORK, Icon.UNDO, "Shortcut+Z", model::undo).when(Bindings.createBooleanBinding(
        () -> model.lanes().beforeProperty().get().isPresent(), model.lanes().beforeProperty())));
    for (int variant = 0; variant < KeptTwins.MOST; variant++) {
      int which = variant;
      BooleanBinding there = Bindings.createBooleanBinding(() -> which < model.trails().size(), model.frameProperty());
      all.add(new Command(Message.of("landscape.command.lane", VariantTexts.letter(variant)), VIEW, Icon.RUNS,
          List.of(String.valueOf(variant + 1)), there, () -> point.accept(which)));
    }
    all.add(Command.of("landscape.command.relief", VIEW, Icon.LANDSCAPE, "R", () -> map.reliefProperty().set(!map.reliefProperty().get())));
    all.add(turn(Nudge.UP, "Up", 0, 1));
    all.add(turn(Nudge.DOWN, "Down", 0, -1));
    all.add(turn(Nudge.LEFT, "Comma", -1, 0));
    all.add(turn(Nudge.RIGHT, "Period", 1, 0));
    all.add(Command.of("landscape.command.unturned", VIEW, Icon.LANDSCAPE, "0", map::turnBack).when(map.reliefProperty()));
    return all;
  }

  private Command turn(Nudge to, String key, int around, int up) {
    return Command.of(Message.of("landscape.command.turn", Message.of(to.key())), VIEW, Icon.LANDSCAPE, () -> map.turn(around, up)).or(key)
        .when(map.reliefProperty());
  }
}
