package studio.backprop.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import studio.backprop.network.Marks;
import studio.backprop.network.Note;
import studio.backprop.network.NodeGroup;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The notes and groups of a network as JSON. A file without them, such as every older one, has none. */
final class MarksJson {
  private static final int MOST = 1000;
  private static final double FARTHEST = 1e6;

  private MarksJson() {}

  static ObjectNode write(Marks marks) {
    ObjectNode object = Json.object();
    object.put("nextId", marks.nextId());
    ArrayNode notes = object.putArray("notes");
    marks.notes().forEach(note -> notes.add(write(note)));
    ArrayNode groups = object.putArray("groups");
    marks.groups().forEach(group -> groups.add(write(group)));
    return object;
  }

  private static ObjectNode write(Note note) {
    ObjectNode object = Json.object();
    object.put("id", note.id());
    object.put("text", note.text());
    object.put("colour", Values.name(note.colour()));
    object.put("x", note.x());
    object.put("y", note.y());
    object.put("width", note.width());
    object.put("height", note.height());
    return object;
  }

  private static ObjectNode write(NodeGroup group) {
    ObjectNode object = Json.object();
    object.put("id", group.id());
    object.put("name", group.name());
    object.set("nodes", SettingsJson.write(group.members().stream().mapToInt(id -> id).toArray()));
    if (group.folded()) {
      object.put("folded", group.closed());
    }
    return object;
  }

  /**
   * @param network the network's object
   * @param nodes the ids of its nodes
   */
  static Marks read(Fields network, Set<Integer> nodes) throws StoreProblem {
    if (!network.has("marks")) {
      return Marks.NONE;
    }
    Fields fields = network.object("marks");
    int nextId = fields.whole("nextId", 1, Integer.MAX_VALUE);
    Set<Integer> ids = new HashSet<>();
    List<Note> notes = new ArrayList<>();
    for (Fields item : fields.objects("notes", MOST)) {
      notes.add(note(item, id(item, nextId, ids)));
    }
    Set<Integer> free = new HashSet<>(nodes);
    List<NodeGroup> groups = new ArrayList<>();
    for (Fields item : fields.objects("groups", MOST)) {
      groups.add(group(item, id(item, nextId, ids), free));
    }
    return new Marks(notes, groups, nextId);
  }

  private static int id(Fields item, int nextId, Set<Integer> taken) throws StoreProblem {
    int id = item.whole("id", 1, nextId - 1);
    if (!taken.add(id)) {
      throw StoreProblem.value("store.mark", item.path("id"));
    }
    return id;
  }

  private static Note note(Fields item, int id) throws StoreProblem {
    return new Note(id, item.text("text"), item.choice("colour", Note.Colour.class),
        item.real("x", -FARTHEST, FARTHEST), item.real("y", -FARTHEST, FARTHEST),
        item.real("width", Note.LEAST_WIDTH, Note.MOST), item.real("height", Note.LEAST_HEIGHT, Note.MOST));
  }

  /** @param free the nodes that are in no group yet */
  private static NodeGroup group(Fields item, int id, Set<Integer> free) throws StoreProblem {
    List<Integer> members = new ArrayList<>();
    for (int node : item.wholes("nodes", MOST)) {
      if (!free.remove(node)) {
        throw StoreProblem.value("store.mark", item.path("nodes"));
      }
      members.add(node);
    }
    if (members.isEmpty()) {
      throw StoreProblem.value("store.mark", item.path("nodes"));
    }
    double closed = item.has("folded") ? item.real("folded", 0, FARTHEST) : 0;
    return new NodeGroup(id, item.text("name"), members, item.has("folded"), closed);
  }
}
