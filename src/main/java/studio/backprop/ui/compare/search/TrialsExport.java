package studio.backprop.ui.compare.search;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import studio.backprop.search.finding.TrialsCsv;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.store.AtomicFile;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.export.FileSaving;

/** Button that exports all trials as CSV. */
final class TrialsExport extends Button {
  private static final String NAME = "trials";

  private final SearchModel model;
  private final Lang lang;
  private final FileSaving saving;
  private final Consumer<String> heard;

  /** @param heard receives the confirmation or error */
  TrialsExport(SearchModel model, Lang lang, Hints hints, Pulse pulse, Consumer<String> heard) {
    super(null, Icon.EXPORT.view());
    this.model = model;
    this.lang = lang;
    this.saving = new FileSaving(lang, pulse);
    this.heard = heard;
    setId("search-csv");
    getStyleClass().addAll("icon-only", "small");
    setOnAction(event -> ask());
    hints.explain(this, "trials.csv.help");
    model.searchProperty().subscribe(search -> setDisable(search.trials().isEmpty()));
  }

  void ask() {
    saving.ask(getScene().getWindow(), "trials.csv.command", NAME, "csv", this::write);
  }

  void write(Path file) {
    SearchRecord now = model.search();
    Texts texts = lang.texts();
    saving.write(file, AtomicFile.Content.text(new TrialsCsv(now, texts::say)::writeTo), "plots.saved", heard);
  }
}
