package studio.backprop.ui.design.designer.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.network.Network;
import studio.backprop.network.Note;
import studio.backprop.ui.design.designer.DesignerStage;
import studio.backprop.ui.design.designer.SizeNote;
import studio.backprop.ui.workspace.document.DocumentModel;

class NotesTest {
  private final DocumentModel document = new DocumentModel();
  private final DesignerModel model = new DesignerModel(document);
  private Network opened;

  @BeforeEach
  void open() {
    document.open(DesignerStage.digits(), "test", Optional.empty());
    opened = document.network();
    model.camera().setWindow(new Box(0, 0, 1000, 600));
  }

  private Note note() {
    return document.network().marks().notes().get(0);
  }

  @Test
  void aNoteAndItsFirstWordsAreOneEditAndCoverNoNode() {
    model.notes().create(200, 150);
    model.notes().wrote(note().id(), " why \n", 140);
    assertThat(note().text()).isEqualTo("why");
    assertThat(note().height()).isEqualTo(140);
    assertThat(document.network().nodes()).noneMatch(node -> model.places().box(node).touches(model.places().box(note())));
    document.undo();
    assertThat(document.network()).isEqualTo(opened);
  }

  @Test
  void laterWordsAreAnEditOfTheirOwn() {
    model.notes().create(200, 150);
    model.notes().wrote(note().id(), "first", 0);
    model.notes().write(note().id());
    model.notes().wrote(note().id(), "second", 0);
    document.undo();
    assertThat(note().text()).isEqualTo("first");
  }

  @Test
  void aNoteIsMovedCopiedAndDeletedTogetherWithNodes() {
    model.notes().create(200, 150);
    Note before = note();
    document.select(Set.of(2));
    model.hand().begin(new MoveNodes(model, document.network().node(2), Set.of(2), 0, 0));
    model.hand().moveTo(40, 60);
    model.hand().commit();
    assertThat(note()).isEqualTo(before.movedBy(40, 60));
    model.clipboard().copy();
    model.clipboard().paste();
    assertThat(document.network().marks().notes()).hasSize(2);
    assertThat(document.network().nodes()).hasSize(opened.nodes().size() + 1);
    model.removeSelection();
    assertThat(document.network().marks().notes()).containsExactly(note());
    assertThat(document.network().nodes()).hasSize(opened.nodes().size());
  }

  @Test
  void pullingAtTheCornerKeepsItReadableAndIsOneEdit() {
    model.notes().create(200, 150);
    Note before = note();
    model.hand().begin(new SizeNote(model.notes(), before, 0, 0));
    model.hand().moveTo(-1000, 40);
    model.hand().commit();
    assertThat(note()).isEqualTo(before.sized(0, before.height() + 40));
    assertThat(note().width()).isEqualTo(Note.LEAST_WIDTH);
    document.undo();
    assertThat(note()).isEqualTo(before);
  }
}
