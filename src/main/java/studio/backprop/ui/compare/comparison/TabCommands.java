package studio.backprop.ui.compare.comparison;

import static studio.backprop.ui.kit.Command.Group.VIEW;
import static studio.backprop.ui.kit.Command.Group.WINDOW;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;

/** Commands of the front tab, for the searchable list and the page of shortcuts. */
final class TabCommands {
  private static final String FIND_KEY = "Shortcut+K";
  private static final KeyCombination FIND = KeyCombination.valueOf(FIND_KEY);
  private static final String KEYS_KEY = "F1";
  private static final KeyCombination KEYS = KeyCombination.valueOf(KEYS_KEY);

  private final ObservableValue<Tab> shown;
  private final Supplier<List<Command>> own;
  private final List<Command> everywhere;
  private Consumer<List<Command>> find = commands -> {};
  private Consumer<List<Command>> keys = commands -> {};

  TabCommands(ComparisonPage page, ObservableValue<Tab> shown, Supplier<List<Command>> own) {
    this.shown = shown;
    this.own = own;
    everywhere = List.of(
        Command.of(Message.of("twins.command"), VIEW, Icon.TWINS, page::showLanes).when(isNot(Tab.LANES)),
        Command.of(Message.of("landscape.command"), VIEW, Icon.LANDSCAPE, page::showLandscape).when(isNot(Tab.LANDSCAPE)),
        Command.of("tries.command", VIEW, Icon.RUNS, ComparisonPage.TRIES_KEY, page::showTries).when(isNot(Tab.TRIES)),
        Command.of("trials.command", VIEW, Icon.TUNE, ComparisonPage.SEARCH_KEY, page::showSearch).when(isNot(Tab.SEARCH)),
        Command.of("command.present", VIEW, Icon.PRESENT, "F5", page::present).when(isNot(Tab.LANES).and(isNot(Tab.TRIES))),
        Command.of("twins.close", WINDOW, Icon.CLOSE, ComparisonPage.KEY, page::close),
        Command.of("command.find", WINDOW, Icon.SEARCH, FIND_KEY, () -> find.accept(all())),
        Command.of("command.keys", WINDOW, Icon.KEYBOARD, KEYS_KEY, () -> keys.accept(all())));
  }

  private BooleanBinding isNot(Tab tab) {
    return Bindings.createBooleanBinding(() -> shown.getValue() != tab, shown);
  }

  void onShow(Consumer<List<Command>> list, Consumer<List<Command>> ofKeys) {
    find = list;
    keys = ofKeys;
  }

  List<Command> all() {
    List<Command> all = new ArrayList<>(own.get());
    everywhere.stream().filter(command -> command.possible().get()).forEach(all::add); // which depends on the page alone
    return all;
  }

  /** Handles the shortcut that shows them. @return whether handled */
  boolean press(KeyEvent event) {
    boolean finds = FIND.match(event);
    if (finds || KEYS.match(event)) {
      (finds ? find : keys).accept(all());
      return true;
    }
    return false;
  }
}
