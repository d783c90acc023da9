package studio.backprop.ui.workspace.analyser;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backprop.network.Problem;
import studio.backprop.network.repair.Repair;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.WorkNote;
import studio.backprop.ui.workspace.document.Mender;

/** List of problems: a click reveals the node, the button beside it applies a repair. */
final class FindingsPane extends ScrollPane {
  private final AnalyserModel model;
  private final Lang lang;
  private final Consumer<Problem> show;
  private final Mender mender;
  private final VBox lines = new VBox();

  FindingsPane(AnalyserModel model, Lang lang, Consumer<Problem> show, Mender mender) {
    this.model = model;
    this.lang = lang;
    this.show = show;
    this.mender = mender;
    getStyleClass().add("finding-list");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setContent(lines);
    accessibleTextProperty().bind(lang.bind("analyser.problems"));
    model.rowsProperty().subscribe(rows -> fill());
    model.findingsProperty().subscribe(findings -> fill());
    model.document().repairsFoundProperty().subscribe(answers -> fill());
    lang.whenWrittenAnew(this::fill);
  }

  private void fill() {
    List<Problem> findings = model.findingsProperty().get();
    lines.getChildren().setAll(findings.stream().map(this::line).toList());
    if (findings.isEmpty()) {
      Label good = new Label(lang.say("analyser.no_problems"), Icon.OK.view());
      good.getStyleClass().addAll("ok", "finding");
      lines.getChildren().add(good);
    }
  }

  private VBox line(Problem problem) {
    Button sentence = new Button(lang.say(problem.sentence()), FindingIcon.of(problem).view());
    sentence.getStyleClass().addAll("flat", "finding", FindingIcon.style(problem));
    sentence.setWrapText(true);
    sentence.setMnemonicParsing(false);
    sentence.setMaxWidth(Double.MAX_VALUE);
    sentence.setMinHeight(USE_PREF_SIZE);
    sentence.setAccessibleRole(AccessibleRole.BUTTON);
    sentence.setOnAction(event -> show.accept(problem));
    VBox line = new VBox(sentence);
    line.getStyleClass().add("finding-line");
    model.document().repairs(problem).ifPresentOrElse(
        repairs -> repairs.stream().findFirst().ifPresent(repair -> line.getChildren().add(indented(fix(repair)))),
        () -> line.getChildren().add(indented(looking())));
    return line;
  }

  private WorkNote looking() {
    WorkNote looking = new WorkNote(lang, "problem.looking");
    looking.workingProperty().set(true);
    return looking;
  }

  private static HBox indented(Node content) {
    HBox place = new HBox(content);
    place.getStyleClass().add("fix-place");
    return place;
  }

  private void preview(Repair repair, boolean wanted) {
    mender.preview(wanted ? Optional.of(repair) : Optional.empty());
  }

  private Button fix(Repair repair) {
    Button fix = new Button(lang.say(repair.title()));
    fix.getStyleClass().add("fix");
    fix.setMnemonicParsing(false);
    fix.setTooltip(new Tooltip(lang.say(repair.consequence())));
    fix.setAccessibleText(fix.getText() + ", " + lang.say(repair.consequence()));
    fix.setOnAction(event -> mender.mend(repair));
    fix.setWrapText(true);
    fix.setMinHeight(USE_PREF_SIZE);
    fix.hoverProperty().subscribe((before, over) -> preview(repair, over));
    fix.focusedProperty().subscribe((before, now) -> preview(repair, now));
    return fix;
  }
}
