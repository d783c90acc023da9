package studio.backprop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.project.Project;
import studio.backprop.search.space.Space;
import studio.backprop.search.trial.SearchGoal;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.SearchSettings;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.SampleProject;
import studio.backprop.store.Saved;
import studio.backprop.text.Texts;

class SearchKeeperTest {
  @TempDir private Path folder;

  /** As where a disk is full by then. */
  @Test
  void aSearchWhoseFileCannotBeWrittenAtTheEndIsKeptInTheUsersFolder() throws Exception {
    Project project = SampleProject.of("circles");
    SearchRecord search = SearchRecord.of(project, SearchSettings.of(Space.NONE, SearchGoal.ACCURACY));
    Loaded loaded = new Loaded("circles", "circles", Saved.of(project));
    Terminal terminal = new Terminal(StandardOutput.to(new ByteArrayOutputStream(), StandardCharsets.UTF_8),
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), false, Texts.ENGLISH);
    Path place = Files.createDirectory(folder.resolve("gone"));
    SearchKeeper keeper = new SearchKeeper(terminal, loaded, Optional.of(place.resolve("s.backprop")), search,
        Optional.of(folder.resolve("home")));
    List<Path> left;
    try (Stream<Path> files = Files.list(place)) {
      left = files.toList();
    }
    for (Path one : left) {
      Files.delete(one);
    }
    Files.delete(place);
    Failure failure = catchThrowableOfType(Failure.class, () -> keeper.end(search, false));
    String said = Texts.ENGLISH.say(failure.sentence());
    assertThat(said).contains("s.backprop", "its folder does not exist", "The search is kept as");
    Path kept = Path.of(said.substring(said.lastIndexOf('“') + 1, said.lastIndexOf('”')));
    assertThat(kept).startsWith(folder.resolve("home").resolve("searches"));
    assertThat(ProjectFile.read(kept).saved().search()).isPresent();
  }
}
