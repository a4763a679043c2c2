using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Broadsheet.Core.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Newsroom : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ById",
                table: "Corrections",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "Corrections",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "PublicId",
                table: "Corrections",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<long>(
                name: "ById",
                table: "ArticleVersions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsMinor",
                table: "ArticleVersions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "FirstPublicVersion",
                table: "Articles",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "IsMasked",
                table: "Articles",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "StaffGrants",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LoginId = table.Column<long>(type: "INTEGER", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    SectionId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffGrants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StaffGrants_Sections_SectionId",
                        column: x => x.SectionId,
                        principalTable: "Sections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Suppressions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ArticleId = table.Column<long>(type: "INTEGER", nullable: false),
                    VersionNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    Passage = table.Column<string>(type: "TEXT", nullable: true),
                    Ground = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ById = table.Column<long>(type: "INTEGER", nullable: true),
                    LiftedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LiftedById = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Suppressions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Suppressions_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Suppressions_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Suppressions_People_LiftedById",
                        column: x => x.LiftedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_ById",
                table: "Corrections",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_Language_At_Id",
                table: "Corrections",
                columns: new[] { "Language", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_PublicId",
                table: "Corrections",
                column: "PublicId");

            migrationBuilder.CreateIndex(
                name: "IX_StaffGrants_LoginId",
                table: "StaffGrants",
                column: "LoginId");

            migrationBuilder.CreateIndex(
                name: "IX_StaffGrants_SectionId",
                table: "StaffGrants",
                column: "SectionId");

            migrationBuilder.CreateIndex(
                name: "IX_Suppressions_ArticleId",
                table: "Suppressions",
                column: "ArticleId");

            migrationBuilder.CreateIndex(
                name: "IX_Suppressions_ById",
                table: "Suppressions",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_Suppressions_LiftedById",
                table: "Suppressions",
                column: "LiftedById");

            migrationBuilder.CreateIndex(
                name: "IX_Suppressions_PublicId",
                table: "Suppressions",
                column: "PublicId",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Corrections_People_ById",
                table: "Corrections",
                column: "ById",
                principalTable: "People",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Corrections_People_ById",
                table: "Corrections");

            migrationBuilder.DropTable(
                name: "StaffGrants");

            migrationBuilder.DropTable(
                name: "Suppressions");

            migrationBuilder.DropIndex(
                name: "IX_Corrections_ById",
                table: "Corrections");

            migrationBuilder.DropIndex(
                name: "IX_Corrections_Language_At_Id",
                table: "Corrections");

            migrationBuilder.DropIndex(
                name: "IX_Corrections_PublicId",
                table: "Corrections");

            migrationBuilder.DropColumn(
                name: "ById",
                table: "Corrections");

            migrationBuilder.DropColumn(
                name: "Language",
                table: "Corrections");

            migrationBuilder.DropColumn(
                name: "PublicId",
                table: "Corrections");

            migrationBuilder.DropColumn(
                name: "ById",
                table: "ArticleVersions");

            migrationBuilder.DropColumn(
                name: "IsMinor",
                table: "ArticleVersions");

            migrationBuilder.DropColumn(
                name: "FirstPublicVersion",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "IsMasked",
                table: "Articles");
        }
    }
}
