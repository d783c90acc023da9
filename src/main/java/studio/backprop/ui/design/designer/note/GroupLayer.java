package studio.backprop.ui.design.designer.note;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.layout.Pane;
import studio.backprop.network.NodeGroup;
import studio.backprop.train.Fault;
import studio.backprop.ui.design.designer.edit.BackwardSweep;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.Detail;
import studio.backprop.ui.design.designer.edit.Draft;
import studio.backprop.ui.design.designer.edit.Wording;

/** Views of the groups: frames behind the nodes, and boxes of folded groups among them. */
public final class GroupLayer {
  private final CanvasDesk desk;
  private final Wording wording;
  private final Pane frames;
  private final Pane boxes;
  private final Map<Integer, GroupFrame> open = new LinkedHashMap<>();
  private final Map<Integer, GroupBox> folded = new LinkedHashMap<>();
  private Detail detail = Detail.FULL;
  private int letters = Detail.DEFAULT_LETTERS;

  /** @param frames pane behind the wires, boxes above them */
  public GroupLayer(CanvasDesk desk, Wording wording, Pane frames, Pane boxes) {
    this.desk = desk;
    this.wording = wording;
    this.frames = frames;
    this.boxes = boxes;
  }

  /** Adds, removes and updates views to match the document. */
  public void show() {
    List<NodeGroup> groups = desk.model().groups().shown();
    if (groups.isEmpty() && open.isEmpty() && folded.isEmpty()) {
      return;
    }
    Map<Integer, NodeGroup> now = new HashMap<>();
    groups.forEach(group -> now.put(group.id(), group));
    open.keySet().removeIf(id -> !now.containsKey(id) || now.get(id).folded());
    folded.keySet().removeIf(id -> !now.containsKey(id) || !now.get(id).folded());
    for (NodeGroup group : groups) {
      if (group.folded()) {
        folded.computeIfAbsent(group.id(), id -> new GroupBox(desk, wording, group, () -> fold(id))).show(group);
      } else {
        open.computeIfAbsent(group.id(), id -> new GroupFrame(desk, group, () -> fold(id))).show(group);
      }
    }
    // inner groups lie over outer ones
    frames.getChildren().setAll(groups.stream().filter(group -> !group.folded()).map(group -> open.get(group.id())).toList());
    boxes.getChildren().setAll(folded.values());
    showDetail(detail);
    open.values().forEach(frame -> frame.showLetters(letters));
    showSelection(desk.model().document().selection());
  }

  private void fold(int id) {
    desk.model().network().marks().group(id).ifPresent(group -> {
      desk.model().groups().select(group);
      desk.model().groups().fold();
      focus(id);
    });
  }

  public void place() {
    open.values().forEach(GroupFrame::placeNow);
    folded.values().forEach(GroupBox::placeNow);
  }

  public void showSelection(Set<Integer> selection) {
    open.values().forEach(frame -> frame.showSelected(selection.containsAll(frame.group().members())));
    folded.values().forEach(box -> box.showSelected(selection));
  }

  public void showDetail(Detail shown) {
    detail = shown;
    open.values().forEach(frame -> frame.showDetail(shown));
    folded.values().forEach(box -> box.showDetail(shown));
  }

  public void showLetters(int px) {
    letters = px;
    open.values().forEach(frame -> frame.showLetters(px));
    folded.values().forEach(box -> box.showLetters(px));
  }

  /** Hides the buttons in an exported picture. */
  public void showButtons(boolean shown) {
    open.values().forEach(frame -> frame.showButton(shown));
    folded.values().forEach(box -> box.showButton(shown));
  }

  public void showFault(Optional<Fault> fault) {
    folded.values().forEach(box -> box.showFault(fault));
  }

  public void showSweep(BackwardSweep sweep) {
    folded.values().forEach(box -> box.showSwept(sweep));
  }

  public void showDraft(Optional<Draft> draft) {
    folded.values().forEach(box -> box.showDraft(draft));
  }

  public void focus(int id) {
    if (folded.containsKey(id)) {
      folded.get(id).requestFocus();
    } else if (open.containsKey(id)) {
      open.get(id).focusTitle();
    }
  }
}
