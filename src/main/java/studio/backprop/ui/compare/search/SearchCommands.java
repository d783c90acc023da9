package studio.backprop.ui.compare.search;

import static studio.backprop.ui.kit.Command.Group.NETWORK;
import static studio.backprop.ui.kit.Command.Group.PROJECT;
import static studio.backprop.ui.kit.Command.Group.TRAINING;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import studio.backprop.search.run.RepeatRun;
import studio.backprop.search.trial.SearchMethod;
import studio.backprop.search.trial.Trial;
import studio.backprop.search.trial.TrialRanking;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;

/** Commands of the page Search, for the searchable list and the page of shortcuts. */
final class SearchCommands {
  private final SearchModel model;

  private SearchCommands(SearchModel model) {
    this.model = model;
  }

  /**
   * All commands.
   *
   * @param open makes a trial the project
   * @param twins compares the picked trials
   * @param export saves all trials in a file
   */
  static List<Command> all(SearchModel model, IntConsumer open, Runnable twins, Runnable export) {
    return new SearchCommands(model).all(open, twins, export);
  }

  private List<Command> all(IntConsumer open, Runnable twins, Runnable export) {
    TrialsByHand hand = model.hand();
    BooleanBinding playable = now(() -> model.unsuited().isEmpty() && (!rests() || model.plan().refused().isEmpty()));
    BooleanBinding ready = now(() -> rests() && model.unsuited().isEmpty() && model.plan().refused().isEmpty());
    BooleanBinding halving = now(() -> ready.get() && model.settingsProperty().get().method().halves());
    BooleanBinding resting = now(this::rests);
    List<Command> all = new ArrayList<>(List.of(
        Command.of("command.play", TRAINING, Icon.PLAY, "Space", model::togglePlay).when(playable),
        Command.of("trials.command.trial", TRAINING, Icon.STEP, "Right", model::playTrial).when(ready),
        Command.of("trials.command.rung", TRAINING, Icon.STEP_OVER, "Shift+Right", model::playRung).when(halving),
        Command.of("trials.command.reset", TRAINING, Icon.RESET, "Home", model::reset).when(resting),
        Command.of(Message.of("trials.command.earlier"), TRAINING, Icon.RECENT,
            () -> model.earlier().all().stream().findFirst().ifPresent(model.earlier()::bringBack))
            .when(now(() -> rests() && !model.earlier().all().isEmpty())),
        selected("trials.command.open", Icon.NEW_WINDOW, "Enter", this::canOpen, open),
        selected("trials.command.stop", Icon.STOP, "S", hand::canStop, hand::stop),
        selected("trials.command.go_on", Icon.STEP_OVER, "R", hand::canGoOn, hand::anotherRung),
        selected("trials.command.drop", Icon.DELETE, "Delete", this::canDrop, hand::drop),
        Command.of(Message.of("trials.command.twins"), TRAINING, Icon.TWINS, twins)
            .when(Bindings.createBooleanBinding(() -> hand.picked().size() > 1, hand.picked())),
        Command.of(Message.of("trials.csv.command"), PROJECT, Icon.EXPORT, export).when(now(() -> !model.search().trials().isEmpty())),
        Command.of(Message.of("trials.suggest"), NETWORK, Icon.IDEA, model.plan()::suggest)
            .when(now(() -> rests() && model.plan().space().dimensions().isEmpty())),
        Command.of(Message.of("trials.seeds", RepeatRun.SEEDS), TRAINING, Icon.NEW_WEIGHTS, model::threeSeeds)
            .when(now(() -> rests() && model.search().count(Trial.State.COMPLETE) > 0 && !TrialRanking.of(model.search()).isEmpty()))));
    for (SearchMethod method : SearchBar.ORDER) {
      all.add(Command.of(Message.of("trials.command.method", Message.of("trials.method." + method.id())), NETWORK, Icon.TUNE,
          () -> model.plan().change(now -> now.withMethod(method))).when(resting));
    }
    return List.copyOf(all);
  }

  private boolean rests() {
    return model.stateProperty().get() == SearchModel.State.RESTING;
  }

  private boolean isThere(int number) {
    return number > 0 && number <= model.search().trials().size();
  }

  private boolean canOpen(int number) {
    return isThere(number) && model.search().trial(number).state() != Trial.State.REFUSED;
  }

  private boolean canDrop(int number) {
    return isThere(number) && model.stateProperty().get() != SearchModel.State.REPEATING;
  }

  private Command selected(String title, Icon icon, String key, IntPredicate possible, IntConsumer action) {
    return Command.of(title, PROJECT, icon, key, () -> action.accept(model.selectedProperty().get()))
        .when(now(() -> possible.test(model.selectedProperty().get())));
  }

  private BooleanBinding now(Callable<Boolean> can) {
    return Bindings.createBooleanBinding(can, model.frameProperty(), model.stateProperty(), model.settingsProperty(),
        model.selectedProperty());
  }
}
