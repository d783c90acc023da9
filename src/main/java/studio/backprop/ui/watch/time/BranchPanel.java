package studio.backprop.ui.watch.time;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.watch.time.Bookmarks.Bookmark;
import studio.backprop.ui.workspace.run.Branch;

/** Side panel of branches, bookmarks, and the stored history of the run. */
public final class BranchPanel extends VBox {
  private final TimeModel model;
  private final Lang lang;
  private final Hints hints;
  private final List<BranchCard> cards = new ArrayList<>();
  private final VBox cardBox = new VBox();
  private final VBox marks = new VBox();
  private final Label noMarks = new Label();
  private final Label empty = new Label();
  private final Label kept = new Label();
  private final VBox filled = new VBox();
  private final BranchMenu branch;

  public BranchPanel(TimeModel model, Lang lang, Hints hints) {
    this.model = model;
    this.lang = lang;
    this.hints = hints;
    this.branch = new BranchMenu(model, lang, hints, true);
    getStyleClass().add("branches");
    cardBox.getStyleClass().add("cards");
    marks.getStyleClass().add("marks");
    branch.setMaxWidth(Double.MAX_VALUE);
    for (Label label : List.of(noMarks, empty, kept)) {
      label.getStyleClass().addAll("mut", "note");
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
    }
    empty.textProperty().bind(lang.bind(model.placeProperty()));
    noMarks.textProperty().bind(lang.bind("bookmark.none"));
    filled.getStyleClass().add("filled");
    filled.getChildren().setAll(cardBox, new RemovedBranch(model, lang, hints), branch, new NextChange(model, lang, hints), bookmarkHead(),
        noMarks, marks);
    ScrollPane scroll = new ScrollPane(new VBox(empty, filled));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    kept.getStyleClass().add("kept");
    getChildren().addAll(scroll, kept);
    model.changesProperty().subscribe(this::show);
    model.bookmarks().allProperty().subscribe(this::list);
    lang.textsProperty().subscribe(() -> {
      list(model.bookmarks().allProperty().get());
      show();
    });
    sceneProperty().subscribe(this::show);
    Sight.shown(this).subscribe(shown -> show());
  }

  private Node bookmarkHead() {
    Label title = new Label();
    title.getStyleClass().add("group-title");
    title.textProperty().bind(lang.bind("bookmark.title"));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button add = new Button(null, Icon.PLUS.view());
    add.getStyleClass().addAll("bare", "icon-only", "small");
    add.setId("bookmark-step");
    hints.explain(add, TimeView.BOOKMARK, "bookmark.add");
    add.setOnAction(event -> model.bookmark());
    HBox head = new HBox(title, gap, add);
    head.getStyleClass().add("marks-head");
    return head;
  }

  private void show() {
    if (!Sight.of(this)) {
      return;
    }
    List<Branch> all = model.branches().all();
    boolean any = model.moving();
    Sight.show(empty, !any);
    Sight.show(filled, any);
    Sight.show(kept, any);
    if (!any) {
      return;
    }
    while (cards.size() < all.size()) {
      cards.add(new BranchCard(model, lang, hints));
    }
    if (cardBox.getChildren().size() != all.size()) {
      cardBox.getChildren().setAll(cards.subList(0, all.size()));
    }
    for (int i = 0; i < all.size(); i++) {
      cards.get(i).show(all.get(i));
    }
    branch.setText(lang.say("branch.button", model.said(model.at())));
    kept.setText(lang.say(kept()));
  }

  private Message kept() {
    long distance = model.checkpointDistance();
    String bytes = lang.numbers().bytes(model.historyBytes());
    return distance == 1 ? Message.of("branch.kept_all", bytes) : Message.of("branch.kept", distance, bytes);
  }

  private void list(List<Bookmark> all) {
    marks.getChildren().setAll(all.stream().map(mark -> new BookmarkRow(model, mark, lang, hints)).toList());
    Sight.show(noMarks, all.isEmpty());
  }
}
