package studio.backprop.ui.compare.search;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;

/** Menu of the earlier searches of the open project, the latest first; a click restores one. */
final class EarlierMenu extends MenuButton {
  private final SearchModel model;
  private final Lang lang;
  private final SearchTexts words;
  private boolean onlyRead;

  EarlierMenu(SearchModel model, Lang lang, Hints hints) {
    super(null, Icon.RECENT.view());
    this.model = model;
    this.lang = lang;
    this.words = new SearchTexts(model, lang);
    setId("search-earlier");
    getStyleClass().add("small");
    setMinWidth(USE_PREF_SIZE);
    hints.explain(this, "trials.earlier.help");
    model.earlier().all().subscribe(this::fill);
    lang.textsProperty().subscribe(texts -> fill());
    model.stateProperty().subscribe(state -> setDisable(state != SearchModel.State.RESTING));
  }

  /** Disables restoring. */
  void onlyRead() {
    onlyRead = true;
    fill();
  }

  private void fill() {
    setText(lang.say("trials.earlier", model.earlier().all().size()));
    getItems().setAll(model.earlier().all().stream().map(this::item).toList());
    Sight.show(this, !onlyRead && !model.earlier().all().isEmpty());
  }

  private MenuItem item(SearchRecord search) {
    MenuItem item = new MenuItem(words.whole(search));
    item.setMnemonicParsing(false);
    item.setOnAction(event -> model.earlier().bringBack(search));
    return item;
  }
}
