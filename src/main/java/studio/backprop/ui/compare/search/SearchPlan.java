package studio.backprop.ui.compare.search;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import studio.backprop.project.Project;
import studio.backprop.search.run.SearchRunner;
import studio.backprop.search.space.Dimension;
import studio.backprop.search.space.Searchable;
import studio.backprop.search.space.Searchables;
import studio.backprop.search.space.Space;
import studio.backprop.search.space.SpaceText;
import studio.backprop.search.trial.SearchSettings;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.form.SettingDice;
import studio.backprop.ui.workspace.document.DocumentModel;

/** Settings of the next search, and state of the dice beside the fields of the window. Changes of the space are undoable. */
final class SearchPlan {
  private final DocumentModel document;
  private final Runnable changed;
  private final ObjectProperty<SearchSettings> settings = new SimpleObjectProperty<>(this, "settings");
  /** Search space per document state, for undo. */
  private final Map<Project, Space> spaces = new IdentityHashMap<>();
  private Optional<SettingDice> dice = Optional.empty();
  private List<Searchable> known = List.of();
  private Project knownOf;
  /** Validation error by name of the hyperparameter. */
  private final Map<String, Message> refused = new LinkedHashMap<>();
  private int opened;

  /** @param changed called after each change */
  SearchPlan(DocumentModel document, Runnable changed) {
    this.document = document;
    this.changed = changed;
  }

  Subscription follow() {
    return Subscription.combine(
        document.projectProperty().subscribe((before, now) -> moved()),
        document.marksProperty().subscribe((before, now) -> moved()));
  }

  ReadOnlyObjectProperty<SearchSettings> settingsProperty() {
    return settings;
  }

  SearchSettings settings() {
    return settings.get();
  }

  Space space() {
    return settings.get().space();
  }

  /** Called when another project was opened. */
  void open(SearchSettings now) {
    spaces.clear();
    refused.clear();
    opened++;
    settings.set(now);
    showDice();
  }

  void change(UnaryOperator<SearchSettings> how) {
    Space before = space();
    settings.set(how.apply(settings.get()));
    if (!space().equals(before)) {
      refused.clear(); // all fields show what is searched again
    }
    showDice();
    changed.run();
  }

  /** Undoable change of the space. */
  void edit(Message name, UnaryOperator<Space> how) {
    Space now = how.apply(space());
    if (now.equals(space())) {
      return;
    }
    spaces.put(document.project(), space());
    document.mark(name);
    spaces.put(document.project(), now);
    change(old -> old.withSpace(now));
  }

  /** Restores earlier settings; an undoable change of the space. */
  void take(Message name, SearchSettings before) {
    edit(name, space -> before.space());
    change(now -> before);
  }

  /** The first invalid field and its error. */
  Optional<Message> refused() {
    return refused.values().stream().findFirst();
  }

  /** Marks the field of a hyperparameter invalid: the search is disabled until it is corrected. */
  void refuse(Dimension dimension, Message why) {
    refused.put(dimension.name(), Message.of("trials.refused", why));
    changed.run();
  }

  /** Clears the error of a field. */
  void accept(Dimension dimension) {
    if (refused.remove(dimension.name()) != null) {
      changed.run();
    }
  }

  /** Number of opened projects: invalidates fields of earlier ones. */
  int opened() {
    return opened;
  }

  /** Hyperparameters of the current project. */
  List<Searchable> known() {
    Project project = document.project();
    if (knownOf != project) {
      known = SearchRunner.unsuited(project).isPresent() ? List.of() : Searchables.of(project);
      knownOf = project;
    }
    return known;
  }

  Optional<Searchable> known(String name) {
    return known().stream().filter(setting -> setting.name().equals(name)).findFirst();
  }

  void add(Searchable setting) {
    edit(Message.of("trials.edit.add", named(setting)), space -> space.with(setting.usual()));
  }

  void remove(Dimension dimension) {
    edit(Message.of("trials.edit.remove", known(dimension.name()).<Object>map(SearchPlan::named).orElse(dimension.name())),
        space -> space.without(dimension.name()));
  }

  void put(Dimension dimension) {
    edit(Message.of("trials.edit.values", known(dimension.name()).<Object>map(SearchPlan::named).orElse(dimension.name())),
        space -> space.with(dimension));
  }

  /** Adds the usual hyperparameters. */
  void suggest() {
    edit(Message.of("trials.suggest"), before -> {
      Space space = before;
      for (String name : List.of("layers", "units", "activation", "optimizer", "rate", "batch", "dropout")) {
        space = known(name).map(Searchable::usual).map(space::with).orElse(space);
      }
      return space;
    });
  }

  // --- dice

  void fill(SettingDice beside) {
    dice = Optional.of(beside);
    beside.onPress(name -> known(name).ifPresent(setting ->
        space().find(name).ifPresentOrElse(this::remove, () -> add(setting))));
    showDice();
  }

  /** Locks the space during a search. */
  void hold(boolean now) {
    dice.ifPresent(shown -> shown.hold(now));
  }

  private void moved() {
    Space then = spaces.get(document.project());
    if (then != null && !then.equals(space())) {
      change(old -> old.withSpace(then));
    } else {
      showDice();
    }
  }

  private void showDice() {
    if (dice.isPresent()) {
      Map<String, SettingDice.Die> now = new LinkedHashMap<>();
      known().forEach(setting -> now.put(setting.name(), die(setting)));
      dice.get().show(now);
    }
  }

  private SettingDice.Die die(Searchable setting) {
    Optional<Dimension> there = space().find(setting.name());
    String values = SpaceText.values(there.orElseGet(setting::usual));
    return new SettingDice.Die(Message.of(there.isPresent() ? "trials.die.remove" : "trials.die.add", named(setting), values),
        setting.title(), values, there.isPresent());
  }

  private static Message named(Searchable setting) {
    return setting.owner().map(owner -> Message.of("trials.setting_of", setting.title(), owner)).orElse(setting.title());
  }
}
