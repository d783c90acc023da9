package studio.backprop.ui.compare.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.search.finding.SettingEffect;
import studio.backprop.search.space.Dimension;
import studio.backprop.search.space.Searchable;
import studio.backprop.search.space.Space;
import studio.backprop.search.trial.SearchGoal;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.search.trial.TrialRanking;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.ThemeModel;

/** Editor of the search space: hyperparameters with their values and effects, and a menu of those to add. */
final class SpacePane extends VBox {
  private final SearchModel model;
  private final Lang lang;
  private final Hints hints;
  private final ThemeModel theme;
  private final SearchTexts words;
  private final VBox settings = new VBox();
  private final MenuButton add = new MenuButton(null, Icon.PLUS.view());
  private final Button suggest = new Button(null, Icon.IDEA.view());
  private final Label empty = new Label();
  private final Label note = new Label(null, Icon.INFO.view());
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private Space shown = Space.NONE;
  private int shownPlan;

  /** Parts of a row that change during the search. */
  private record Row(Dimension dimension, EffectBars bars, Label explains) {}

  SpacePane(SearchModel model, Lang lang, Hints hints, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.hints = hints;
    this.theme = theme;
    this.words = new SearchTexts(model, lang);
    getStyleClass().add("space");
    Label title = new Label();
    title.getStyleClass().add("panel-title");
    title.textProperty().bind(lang.bind("trials.space"));
    new Terms(lang).explain(title, "search-space");
    add.setId("add-setting");
    add.textProperty().bind(lang.bind("trials.add"));
    add.setMaxWidth(Double.MAX_VALUE);
    hints.explain(add, "trials.add.help");
    suggest.setId("suggest-settings");
    suggest.textProperty().bind(lang.bind("trials.suggest"));
    suggest.setMaxWidth(Double.MAX_VALUE);
    suggest.setOnAction(event -> model.plan().suggest());
    hints.explain(suggest, "trials.suggest.help");
    empty.getStyleClass().addAll("note", "mut");
    empty.setWrapText(true);
    note.getStyleClass().addAll("note", "mut");
    note.setWrapText(true);
    settings.getStyleClass().add("settings");
    getChildren().addAll(title, empty, suggest, settings, add, note);
    model.stateProperty().subscribe(state -> setDisabledRows(state != SearchModel.State.RESTING));
    lang.textsProperty().subscribe(texts -> build());
  }

  private void setDisabledRows(boolean busy) {
    settings.lookupAll(".effect-bars").forEach(bars -> bars.setDisable(busy));
    settings.lookupAll(".values").forEach(field -> field.setDisable(busy));
    settings.lookupAll(".remove").forEach(button -> button.setDisable(busy));
    add.setDisable(busy);
    suggest.setDisable(busy);
  }

  void redraw() {
    if (!model.settingsProperty().get().space().equals(shown) || model.plan().opened() != shownPlan) {
      build();
    }
    Optional<Message> unsuited = model.unsuited();
    empty.setText(unsuited.map(lang::say).orElseGet(() -> lang.say("trials.space.empty")));
    Sight.show(suggest, shown.dimensions().isEmpty() && unsuited.isEmpty());
    Sight.show(add, unsuited.isEmpty());
    SearchRecord search = model.search();
    Map<String, SettingEffect> effects = new LinkedHashMap<>();
    SettingEffect.of(search).forEach(effect -> effects.put(effect.dimension().name(), effect));
    Optional<Trial> best = TrialRanking.best(search);
    for (Row row : rows.values()) {
      Optional<SettingEffect> effect = Optional.ofNullable(effects.get(row.dimension().name()))
          .filter(found -> found.dimension().equals(row.dimension()));
      int at = search.settings().space().dimensions().indexOf(row.dimension());
      double value = at < 0 ? Double.NaN : best.map(trial -> trial.values().get(at)).orElse(Double.NaN);
      row.bars().show(effect, search.settings().goal(), value);
      boolean known = effect.filter(SettingEffect::isTold).isPresent();
      row.explains().setText(known ? lang.say("trials.explains", lang.numbers().percent(effect.get().explained()))
          : search.trials().isEmpty() ? "" : "–");
      if (!known) {
        hints.explain(row.explains(), "trials.explains.unknown");
      } else {
        hints.explain(row.explains(), "trials.explains.help", lang.numbers().percent(effect.get().explained()),
            lang.numbers().percent(effect.get().chance()));
      }
    }
    note.setText(lang.say(search.settings().goal() == SearchGoal.LOSS ? "trials.bars.loss" : "trials.bars",
        search.settings().first()));
    Sight.show(note, !search.trials().isEmpty());
  }

  private void build() {
    shown = model.settingsProperty().get().space();
    shownPlan = model.plan().opened();
    rows.clear();
    settings.getChildren().clear();
    shown.dimensions().forEach(dimension -> settings.getChildren().add(setting(dimension)));
    Sight.show(empty, shown.dimensions().isEmpty());
    fillMenu();
    setDisabledRows(model.stateProperty().get() != SearchModel.State.RESTING);
  }

  private VBox setting(Dimension dimension) {
    Label name = new Label(words.title(dimension), Icon.DIE.view());
    hints.describe(name, "trials.space.name.help");
    name.getStyleClass().add("strong");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label explains = new Label();
    explains.getStyleClass().addAll("note", "mut");
    explains.setMinWidth(USE_PREF_SIZE);
    Button remove = new Button(null, Icon.CLOSE.view());
    remove.getStyleClass().addAll("icon-only", "bare", "small", "remove");
    remove.setOnAction(event -> model.plan().remove(dimension));
    hints.explain(remove, "trials.remove", words.title(dimension));
    HBox head = new HBox(name, gap, explains, remove);
    head.getStyleClass().add("setting-head");
    EffectBars bars = new EffectBars(dimension, words, theme);
    rows.put(dimension.name(), new Row(dimension, bars, explains));
    ValuesField values = new ValuesField(model, dimension, lang, hints, words);
    bars.onOpen(hints, values);
    VBox setting = new VBox(head, bars, values, values.refused());
    setting.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
      if (key.isAltDown() && (key.getCode() == KeyCode.LEFT || key.getCode() == KeyCode.RIGHT)) {
        model.shown().moveAxis(dimension.name(), key.getCode() == KeyCode.LEFT ? -1 : 1);
        key.consume();
      }
    });
    setting.getStyleClass().add("setting");
    return setting;
  }

  private void fillMenu() {
    Map<String, Menu> owners = new LinkedHashMap<>();
    List<MenuItem> items = new ArrayList<>();
    for (Searchable setting : model.plan().known()) {
      if (shown.find(setting.name()).isEmpty()) {
        MenuItem item = new MenuItem(lang.say(setting.title()));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> model.plan().add(setting));
        if (setting.owner().isEmpty()) {
          items.add(item);
        } else {
          owners.computeIfAbsent(lang.say(setting.owner().get()), owner -> {
            Menu menu = new Menu(owner);
            menu.setMnemonicParsing(false);
            return menu;
          }).getItems().add(item);
        }
      }
    }
    items.addAll(owners.values());
    add.getItems().setAll(items);
  }
}
