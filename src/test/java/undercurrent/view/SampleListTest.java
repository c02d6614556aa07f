package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import undercurrent.series.Sample;
import undercurrent.series.Samples;
import undercurrent.view.SampleList.Row;

final class SampleListTest {
  private final List<Sample> opened = new ArrayList<>();
  private final List<Sample> openedTrained = new ArrayList<>();
  private final SampleList list = make();

  private SampleList make() {
    OffScreen.start();
    return OffScreen.call(() -> new SampleList(new Lab(), opened::add, openedTrained::add));
  }

  @SuppressWarnings("unchecked")
  private List<Row> rows() {
    return OffScreen.call(
        () -> List.copyOf(((ListView<Row>) list.getChildren().get(1)).getItems()));
  }

  private TextField search() {
    return (TextField) list.getChildren().getFirst();
  }

  private static List<String> ids(List<Row> rows) {
    return rows.stream()
        .filter(Row.Entry.class::isInstance)
        .map(row -> ((Row.Entry) row).sample().id())
        .toList();
  }

  @Test
  void everySampleStandsOnceBelowTheNameOfItsGroup() {
    assertEquals(Samples.all().size(), ids(rows()).stream().distinct().count());
    assertEquals(Samples.all().size(), ids(rows()).size());
    assertEquals(6, rows().stream().filter(Row.Heading.class::isInstance).count());
    assertEquals(new Row.Heading("Start here"), rows().getFirst());
    assertEquals("sine", ids(rows()).getFirst());
  }

  @Test
  void wordsFindSamplesAndEnterOpensTheFirst() {
    OffScreen.run(() -> search().setText("chaotic SEED"));
    assertEquals(List.of("new-lorenz"), ids(rows()));
    OffScreen.run(() -> search().getOnAction().handle(null));
    assertEquals("new-lorenz", opened.getFirst().id());
    OffScreen.run(() -> search().setText("xyzzy"));
    assertTrue(ids(rows()).isEmpty());
    OffScreen.run(() -> search().setText(""));
    assertEquals(Samples.all().size(), ids(rows()).size());
  }
}
