package studio.backprop.ui.compare.comparison;

import static studio.backprop.ui.kit.Command.Group.NETWORK;
import static studio.backprop.ui.kit.Command.Group.TRAINING;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import studio.backprop.compare.ComparisonRunner.State;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Speeds;

/** Commands of the variants, for the searchable list and the page of shortcuts. */
public final class VariantCommands {
  private VariantCommands() {}

  /** Commands of the transport. @param forward what the arrow key does */
  public static List<Command> transport(ComparisonModel model, Command forward) {
    BooleanBinding ready = Bindings.createBooleanBinding(
        () -> model.statusProperty().get().state() != State.NOTHING && model.statusProperty().get().state() != State.LOADING,
        model.statusProperty());
    List<Command> all = new ArrayList<>(List.of(
        Command.of("command.play", TRAINING, Icon.PLAY, "Space", model::togglePlay).when(ready),
        forward.when(ready),
        Command.of("twins.command.epoch", TRAINING, Icon.STEP_OVER, "Shift+Right", model::stepEpoch).when(ready),
        Command.of("twins.reset", TRAINING, Icon.RESET, "Home", model::reset).when(ready)));
    all.addAll(Speeds.commands(model.speedProperty(), Speeds.OF_LANES));
    return all;
  }

  /**
   * All commands of the page Side by side.
   *
   * @param edit toggles the editor of a variant
   * @param keep makes a variant the project
   */
  static List<Command> all(ComparisonModel model, IntConsumer edit, IntConsumer keep) {
    List<Command> all = new ArrayList<>(
        transport(model, Command.of("twins.command.batch", TRAINING, Icon.STEP, "Right", model::stepBatch)));
    ComparedVariants setup = model.setup();
    for (Proposal proposal : Proposal.values()) {
      Message title = Message.of("twins.command.compare", Message.of(proposal.key()));
      all.add(Command.of(title, NETWORK, Icon.TWINS, () -> setup.propose(proposal))
          .when(Bindings.createBooleanBinding(() -> !setup.offered(proposal).isEmpty(), setup.variantsProperty())));
    }
    all.add(Command.of(Message.of("twins.guard"), NETWORK, Icon.LOCK, () -> setup.guardedProperty().set(!setup.guardedProperty().get())));
    all.add(Command.of(Message.of("twins.command.add"), NETWORK, Icon.PLUS, setup::add)
        .when(lanes(setup, 0, ComparedVariants.MAX_VARIANTS - 1)));
    for (int variant = 0; variant < ComparedVariants.MAX_VARIANTS; variant++) {
      int which = variant;
      String letter = VariantTexts.letter(variant);
      all.add(Command.of(Message.of("twins.edit", letter), NETWORK, Icon.RENAME, () -> edit.accept(which))
          .when(lanes(setup, variant + 1, ComparedVariants.MAX_VARIANTS)));
      all.add(Command.of(Message.of("twins.remove", letter), NETWORK, Icon.DELETE, () -> setup.remove(which))
          .when(lanes(setup, Math.max(variant, ComparedVariants.MIN_VARIANTS) + 1, ComparedVariants.MAX_VARIANTS)));
      all.add(Command.of(Message.of("twins.command.keep", letter), NETWORK, Icon.CHECK, () -> keep.accept(which))
          .when(lanes(setup, variant + 1, ComparedVariants.MAX_VARIANTS)));
    }
    return List.copyOf(all);
  }

  private static BooleanBinding lanes(ComparedVariants setup, int least, int most) {
    return Bindings.createBooleanBinding(
        () -> setup.variants().size() >= least && setup.variants().size() <= most, setup.variantsProperty());
  }
}
