package studio.backprop.ui.watch.time;

import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import studio.backprop.network.Edit;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.workspace.run.Branch;
import studio.backprop.ui.workspace.run.Branches;
import studio.backprop.ui.workspace.run.Branching;
import studio.backprop.ui.workspace.run.RoundTexts;

/** Menu that branches from the shown step with one change, or switches to another branch. */
final class BranchMenu extends MenuButton {
  private final TimeModel model;
  private final Branches branches;
  private final Branching branching;
  private final Lang lang;
  private final BranchTexts words;

  /** @param wide whether its text includes the step */
  BranchMenu(TimeModel model, Lang lang, Hints hints, boolean wide) {
    this.model = model;
    this.branches = model.branches();
    this.branching = model.branching();
    this.lang = lang;
    this.words = new BranchTexts(lang);
    setId(wide ? "branch-from" : "branch");
    setGraphic(Icon.BRANCH.view());
    if (!wide) {
      textProperty().bind(lang.bind("branch.title"));
      setMinWidth(USE_PREF_SIZE);
    }
    hints.explain(this, "branch.help");
    getItems().add(new MenuItem()); // an empty menu would not open
    setOnShowing(event -> fill());
  }

  private void fill() {
    TrainingSettings now = model.training();
    ObservableList<MenuItem> items = getItems();
    items.setAll(title("branch.from", model.said(model.at())));
    if (branching.possible()) {
      items.addAll(
          menu("branch.rates", Variants.rates(now, lang.numbers())),
          menu("branch.optimizers", Variants.optimizers(now, lang::say)),
          menu("branch.batches", Variants.batches(now)),
          menu("branch.regularizations", Variants.regularization(now, lang.numbers())),
          activations(),
          menu("branch.data", Variants.data(model.data(), lang.numbers())),
          item(Variants.order(now)),
          item(Variants.twin()),
          new SeparatorMenuItem(),
          next());
      List<Edit<Project>> explorations = Variants.explorations(model.project(), lang.numbers());
      if (!explorations.isEmpty()) {
        items.add(1, menu("branch.epsilons", explorations)); // most relevant to the future of an agent
      }
    } else {
      items.add(title("branch.full", Branches.MOST));
    }
    if (branches.all().size() > 1) {
      items.addAll(new SeparatorMenuItem(), title("branch.list"));
      branches.all().forEach(branch -> items.add(choice(branch)));
      items.addAll(compare(), remove());
    }
    branches.removedProperty().get().ifPresent(removed -> items.add(bringBack(removed)));
  }

  private MenuItem title(String key, Object... args) {
    Label label = new Label(lang.say(key, args));
    label.getStyleClass().addAll("mut", "note", "menu-title");
    SeparatorMenuItem item = new SeparatorMenuItem(); // skipped by the keyboard
    item.setContent(label);
    return item;
  }

  private Menu menu(String key, List<Edit<Project>> changes) {
    Menu menu = new Menu(lang.say(key));
    changes.forEach(change -> menu.getItems().add(item(change)));
    return menu;
  }

  private Menu activations() {
    Menu layers = new Menu(lang.say("branch.activations"));
    Variants.activations(model.network()).forEach((layer, changes) -> {
      Menu menu = new Menu(layer);
      menu.setMnemonicParsing(false);
      changes.forEach(change -> menu.getItems().add(item(change)));
      layers.getItems().add(menu);
    });
    layers.setDisable(layers.getItems().isEmpty());
    return layers;
  }

  /** Any other change is made in its usual place. */
  private MenuItem next() {
    MenuItem item = new MenuItem(lang.say("branch.next"));
    item.setOnAction(event -> branching.branchByNextEdit());
    return item;
  }

  private MenuItem item(Edit<Project> change) {
    MenuItem item = new MenuItem(lang.say(change.name()));
    item.setMnemonicParsing(false);
    item.setOnAction(event -> branching.branch(change));
    return item;
  }

  private Menu compare() {
    Menu menu = new Menu(lang.say("branch.compare"));
    for (Branch branch : branches.all()) {
      if (!branch.is(branches.currentProperty().get())) {
        MenuItem item = new MenuItem(lang.say("branch.compare_with", branch.letter(), words.name(branch)));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> compare(branch));
        menu.getItems().add(item);
      }
    }
    return menu;
  }

  private Menu remove() {
    Menu menu = new Menu(lang.say("branch.remove_menu"));
    for (Branch branch : branches.all()) {
      if (!branch.is(branches.currentProperty().get())) {
        MenuItem item = new MenuItem(words.lettered(branch));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> branching.remove(branch));
        menu.getItems().add(item);
      }
    }
    return menu;
  }

  private MenuItem bringBack(Branch removed) {
    MenuItem item = new MenuItem(lang.say("branch.bring_back_menu", words.lettered(removed)));
    item.setMnemonicParsing(false);
    item.setOnAction(event -> branches.bringBack());
    return item;
  }

  /** A is the older one. */
  private void compare(Branch other) {
    Branch current = branches.currentProperty().get();
    boolean older = other.number() < current.number();
    branches.comparison().show(older ? other : current, older ? current : other);
  }

  private MenuItem choice(Branch branch) {
    boolean current = branch.is(branches.currentProperty().get());
    RadioMenuItem item = new RadioMenuItem(
        lang.say(RoundTexts.key("branch.item", branch.history().project()), branch.letter(), words.name(branch), branch.from(),
            branch.checkpointLog().newest(),
            words.score(branch, branch.checkpointLog().newest())));
    item.setMnemonicParsing(false);
    item.setSelected(current);
    item.setOnAction(event -> branching.switchTo(branch));
    return item;
  }
}
