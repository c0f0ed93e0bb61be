// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/xml/xpath.h"

#include <gtest/gtest.h>

#include <string>

#include "compiler/xml/xpath_paths.h"

namespace dossier::xml {
namespace {

Element Words(std::string text) { return {.text = std::move(text)}; }

Element Person(std::string id, std::string name) {
  Element person{.name = "person", .attributes = {{"id", std::move(id)}}};
  person.children.push_back({.name = "name", .children = {Words(std::move(name))}});
  return person;
}

Element People() {
  Element root{.name = "people"};
  root.children = {Person("p1", "A & B < C"), Person("p2", "Žydrūnė"), Person("p3", "&amp;")};
  return root;
}

/// The value as string() gives it; the reason in brackets when there is none.
std::string Text(XPathQuery& query, const std::string& expression, XPathFocus focus = {}) {
  if (!focus.node.known()) focus.node = query.Root();
  const auto value = query.Evaluate(expression, focus);
  return value ? value->text : "[" + value.failure().reason + "]";
}

TEST(XPathTest, SelectsInDocumentOrderAndLeadsBackToTheElement) {
  const Element root = People();
  XPathQuery query(root, {});
  const auto people = query.Evaluate("/people/person", {.node = query.Root()});
  ASSERT_TRUE(people.ok());
  EXPECT_EQ(people->kind, XPathValue::Kind::kNodes);
  ASSERT_EQ(people->nodes.size(), 3U);
  EXPECT_EQ(people->nodes[1].element(), &root.children[1]);
  EXPECT_EQ(people->nodes[1].Text(), "Žydrūnė");
  const auto id = query.Evaluate("person[2]/@id", {.node = query.Root()});
  ASSERT_EQ(id->nodes.size(), 1U);
  EXPECT_EQ(id->text, "p2");
  EXPECT_EQ(id->nodes[0].element(), &root.children[1]);
}

TEST(XPathTest, WordsAreNeverReadAsMarkup) {
  const Element root = People();
  XPathQuery query(root, {});
  EXPECT_EQ(Text(query, "person[1]/name"), "A & B < C");
  EXPECT_EQ(Text(query, "person[3]/name"), "&amp;");
}

TEST(XPathTest, NumbersBooleansPositionAndSize) {
  const Element root = People();
  XPathQuery query(root, {});
  EXPECT_EQ(query.Evaluate("count(person)", {.node = query.Root()})->number, 3);
  EXPECT_TRUE(query.Evaluate("person[@id='p2']", {.node = query.Root()})->truth);
  EXPECT_FALSE(query.Evaluate("person[@id='p9']", {.node = query.Root()})->truth);
  EXPECT_EQ(Text(query, "concat(position(), ' of ', last())", {.node = query.Root(), .position = 2, .size = 5}), "2 of 5");
}

TEST(XPathTest, CurrentGroupAndKeyAreThoseOfTheFocus) {
  const Element root = People();
  XPathQuery query(root, {});
  const auto people = query.Evaluate("person", {.node = query.Root()});
  XPathFocus focus{.node = people->nodes[1], .group = {people->nodes[0], people->nodes[2]}, .key = "K"};
  EXPECT_EQ(Text(query, "count(/people/person[@id = current()/@id])", focus), "1");
  EXPECT_EQ(Text(query, "group()[2]/@id", focus), "p3");
  EXPECT_EQ(Text(query, "concat(key(), count(group()))", focus), "K2");
}

TEST(XPathTest, FunctionsOfTheCallerGetStrings) {
  const Element root = People();
  XPathQuery query(root, {{.name = "join", .least = 1, .most = 2, .call = [](const auto& arguments) {
                             std::string out;
                             for (const std::string& one : arguments) out += "<" + one + ">";
                             return out;
                           }}});
  EXPECT_EQ(Text(query, "join(person[2]/@id, 3 + 4)"), "<p2><7>");
  EXPECT_NE(Text(query, "join()").find('['), std::string::npos);
}

TEST(XPathTest, NothingOpensAFileOrCallsWhatIsNotThere) {
  const Element root = People();
  XPathQuery query(root, {});
  for (const char* expression : {"document('/etc/passwd')", "unparsed-text('/etc/passwd')", "exsl:node-set(.)", "$x", "doc('x')"}) {
    EXPECT_EQ(Text(query, expression).front(), '[') << expression;
  }
  EXPECT_EQ(Text(query, "count(person)"), "3") << "a failure leaves the query as it was";
}

TEST(XPathTest, WhatTakesTooLongEnds) {
  Element root{.name = "a"};
  for (int i = 0; i < 2000; ++i) root.children.push_back({.name = "b"});
  XPathQuery query(root, {});
  EXPECT_EQ(Text(query, "count(//b[count(//b[count(//b) > 1]) > 1])"), "[it takes too many steps]");
}

TEST(CheckXPathTest, SaysWhereAnExpressionCannotBeRead) {
  EXPECT_FALSE(CheckXPath("a/b[@c = 'd']"));
  EXPECT_TRUE(CheckXPath(""));
  EXPECT_TRUE(CheckXPath(std::string(kMaxExpression + 1, 'a')));
  const auto problem = CheckXPath("people/person[");
  ASSERT_TRUE(problem);
  EXPECT_GT(problem->offset, 10U);
  EXPECT_EQ(CheckXPath("a['x]")->reason, "a quotation mark is not closed");
  EXPECT_EQ(CheckXPath("a[b")->reason, "a [ is not closed");
  EXPECT_EQ(CheckXPath("count(a")->reason.find('\n'), std::string::npos);
  for (const char* wrong : {"a b", "a[", "a]", "'x", "a/", "a//", "f(", "::", "a::", "@", "1 +", "a,b"}) EXPECT_TRUE(CheckXPath(wrong)) << wrong;
}

std::string Names(const XPathPart& part);
std::string Names(const std::vector<XPathPart>& parts) {
  std::string out;
  for (const XPathPart& part : parts) out += "{" + Names(part) + "}";
  return out;
}
std::string Names(const XPathPart& part) {
  std::string out = part.name.empty() ? "" : part.name + "()";
  out += Names(part.parts) + Names(part.filters);
  for (const XPathStep& step : part.steps) {
    out += (part.absolute || &step != &part.steps.front() ? "/" : "") +
           (step.axis == "child" ? "" : step.axis + "::") + step.name + Names(step.filters);
  }
  return out;
}

TEST(TakeApartTest, TellsNamesFromOperatorsCallsAndWords) {
  const auto names = [](const char* expression) {
    EXPECT_FALSE(CheckXPath(expression)) << expression;
    const auto part = TakeApart(expression);
    return part ? Names(*part) : "?";
  };
  EXPECT_EQ(names("a/b/@c"), "a/b/attribute::c");
  EXPECT_EQ(names("/dossier//cite"), "/dossier/descendant-or-self::()/cite");
  EXPECT_EQ(names("//x[@y='div']"), "/descendant-or-self::()/x{{attribute::y}{}}");
  EXPECT_EQ(names("div div div"), "{div}{div}");
  EXPECT_EQ(names("count(a[b and not(c)]) * 2"), "{count(){a{{b}{not(){c}}}}}{}");
  EXPECT_EQ(names("group()[1]/name"), "group(){}name");
  EXPECT_EQ(names("(a | b)/c"), "{{a}{b}}c");
  EXPECT_EQ(names("../text()"), "parent::()/()");
  EXPECT_EQ(names("ancestor::list/@id"), "ancestor::list/attribute::id");
  EXPECT_EQ(names(". = 'a[b'"), "{self::()}{}");
  EXPECT_EQ(names("-1 + -.5"), "{}{}");
  EXPECT_EQ(names("/"), "");
}

TEST(TakeApartTest, NeverFollowsForever) {
  std::string deep;
  for (int i = 0; i < 500; ++i) deep += '(';
  EXPECT_FALSE(TakeApart(deep + "a"));
  for (const char* wrong : {"", "(", "a[", "a(", "@", "a::", "'", "a b"}) EXPECT_FALSE(TakeApart(wrong)) << wrong;
}

}  // namespace
}  // namespace dossier::xml
